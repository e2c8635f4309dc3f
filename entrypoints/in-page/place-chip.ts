import type { ChipWords, PromptOrder } from '@/utils/messaging/prompt-views';
import type { Answer } from '@/utils/prompting/prompt';
import { make, makeButton, onTrusted, pressKey, raise } from './elements';
import { makeFolding } from './fold-chip';
import { keepClear } from './keep-clear';
import { makeMoreAnswers } from './more-answers';

/** Screen readers announce what changes in a status, not what it held when it came. */
const ANNOUNCED_AFTER_MS = 100;
const HEARD_AFTER_MS = 3_000;

/** The prompt's small face on the page. */
export interface Chip {
  show(): void;
  hide(): void;
  /** Says that an answer did not arrive; the chip stays. */
  sayFailed(): void;
  /** Closes what "⋯" opened, else folds. */
  escape(): void;
  isFolded(): boolean;
  /** Unfolds it; answers what the keyboard comes to first. */
  unfold(): HTMLElement;
  /** Gives the answer of this letter, where it is to be seen; false where there is none. */
  press(letter: string): boolean;
}

export interface ChipOrder {
  readonly root: ShadowRoot;
  readonly order: PromptOrder;
  readonly signal: AbortSignal;
  onAnswer(answer: Answer): void;
}

/** Builds the chip and shows it at the foot of the page. It takes no focus. */
export function placeChip({ root, order, signal, onAnswer }: ChipOrder): Chip {
  const { words } = order;
  const chip = make('section', { className: 'chip' });
  chip.setAttribute('aria-label', words.region);
  const face = make('div', { className: 'face' });
  const more = makeMoreAnswers(words, onAnswer);
  const folding = makeFolding({ root, chip, face, words, signal, isInUse: more.isOpen });
  const { sentence, news, say } = makeSentence();
  say(words.sentence);
  const { answers, first } = makeAnswers(words, onAnswer);
  answers.append(...(order.resumes ? [] : [more.opener]), folding.foldButton); // who is writing already has answered
  face.append(more.panel, sentence, answers);
  chip.append(news, face, folding.tab);
  root.append(chip);
  // A press of the pointer leaves the focus where the person was working; the keyboard brings it here as usual.
  onTrusted(chip, 'mousedown', (event) => event.preventDefault());

  const setVisible = (visible: boolean): void => {
    chip.hidden = !visible;
    if (visible) raise(chip);
  };
  setVisible(true);
  keepClear({ root, chip, face, folding, signal });
  return {
    show: () => setVisible(true),
    hide: () => setVisible(false),
    sayFailed: () => {
      folding.setFolded(false);
      say(words.failed);
    },
    escape: () => (more.isOpen() ? more.close() : folding.setFolded(true)),
    isFolded: () => face.hidden === true,
    unfold: () => {
      folding.setFolded(false);
      return first;
    },
    press: (letter) => pressKey(chip, letter),
  };
}

/** The two answers that are asked at first sight. */
function makeAnswers(
  { share, notNow, keys }: ChipWords,
  onAnswer: (answer: Answer) => void,
): { answers: HTMLElement; first: HTMLElement } {
  const answers = make('div', { className: 'answers' });
  const first = makeButton({ className: 'main', text: share, key: keys.share }, () => onAnswer('share'));
  const second = makeButton({ className: 'plain', text: notNow, key: keys.notNow }, () =>
    onAnswer('not-now'),
  );
  answers.append(first, second);
  return { answers, first };
}

/** What is said: for eyes at once, and as news for who listens, which is gone when it was heard. */
function makeSentence(): { sentence: HTMLElement; news: HTMLElement; say(text: string): void } {
  const sentence = make('p', { className: 'sentence' });
  const news = make('p', { className: 'news' });
  news.setAttribute('role', 'status');
  const say = (text: string): void => {
    sentence.textContent = text;
    sentence.title = text; // two lines show; the whole stands here
    setTimeout(() => (news.textContent = text), ANNOUNCED_AFTER_MS);
    setTimeout(() => (news.textContent = ''), HEARD_AFTER_MS);
  };
  return { sentence, news, say };
}
