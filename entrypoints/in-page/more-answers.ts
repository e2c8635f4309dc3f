import type { ChipWords } from '@/utils/messaging/prompt-views';
import type { Answer } from '@/utils/prompting/prompt';
import { make, makeButton } from './elements';

export interface MoreAnswers {
  readonly opener: HTMLButtonElement;
  readonly panel: HTMLElement;
  isOpen(): boolean;
  close(): void;
}

/** "⋯": the answers that are not asked at first sight, and why this is asked at all. */
export function makeMoreAnswers(words: ChipWords, onAnswer: (answer: Answer) => void): MoreAnswers {
  const { keys } = words;
  const panel = make('div', { className: 'more' });
  const opener = makeButton({ className: 'icon dots', label: words.more, key: keys.more }, () =>
    setOpen(panel.hidden === true),
  );
  const setOpen = (open: boolean): void => {
    panel.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  };
  setOpen(false);
  const reason = make('p', { className: 'reason', text: words.whyText });
  reason.hidden = true;
  const why = makeButton({ className: 'item', text: words.why, key: keys.why }, () => {
    reason.hidden = !reason.hidden;
    why.setAttribute('aria-expanded', String(!reason.hidden));
  });
  why.setAttribute('aria-expanded', 'false');
  const item = (text: string, key: string, answer: Answer) =>
    makeButton({ className: 'item', text, key }, () => onAnswer(answer));
  panel.append(
    item(words.keep, keys.keep, 'keep'),
    item(words.neverVerb, keys.neverVerb, 'never-verb'),
    item(words.neverSite, keys.neverSite, 'never-site'),
    why,
    reason,
  );
  const close = (): void => {
    const hadFocus = panel.matches(':focus-within');
    setOpen(false);
    if (hadFocus) opener.focus({ preventScroll: true });
  };
  return { opener, panel, isOpen: () => panel.hidden !== true, close };
}
