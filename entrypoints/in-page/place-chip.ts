import type { PromptOrder } from '@/utils/messaging/prompt-views';
import type { Answer } from '@/utils/prompting/prompt';
import { make, makeButton, onTrusted, raise } from './elements';
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
}

export interface ChipOrder {
  readonly root: ShadowRoot;
  readonly order: PromptOrder;
  readonly signal: AbortSignal;
  onAnswer(answer: Answer): void;
}

/** Builds the chip and shows it at the foot of the page. It takes no focus. */
export function placeChip({ root, order, signal, onAnswer }: ChipOrder): Chip {
  const { words, resumes } = order;
  const chip = make('section', { className: 'chip' });
  chip.setAttribute('aria-label', words.region);
  const face = make('div', { className: 'face' });
  const more = makeMoreAnswers(words, onAnswer);
  const folding = makeFolding({ root, chip, face, words, signal, isInUse: more.isOpen });
  const { sentence, news, say } = makeSentence();
  say(words.sentence);
  const answers = make('div', { className: 'answers' });
  answers.append(
    makeButton({ className: 'main', text: words.share }, () => onAnswer('share')),
    makeButton({ className: 'plain', text: words.notNow }, () => onAnswer('not-now')),
    ...(resumes ? [] : [more.opener]), // who is writing already has answered
    folding.foldButton,
  );
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
  };
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
