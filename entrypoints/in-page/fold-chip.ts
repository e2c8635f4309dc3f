import type { ChipWords } from '@/utils/messaging/prompt-views';
import { makeButton } from './elements';

export const FOLDS_AFTER_MS = 20_000;

/** What can be folded: a face that gives way to a tab. */
export interface Foldable {
  readonly root: ShadowRoot;
  readonly chip: HTMLElement;
  readonly face: HTMLElement;
  readonly words: ChipWords;
  readonly signal: AbortSignal;
  /** True while the person is reading or choosing, so that it must stay open. */
  isInUse(): boolean;
}

export interface Folding {
  readonly foldButton: HTMLButtonElement;
  readonly tab: HTMLButtonElement;
  setFolded(folded: boolean): void;
}

/** Folds the chip to a small tab when asked, or after a while without attention; the tab brings it back. */
export function makeFolding({ root, chip, face, words, signal, isInUse }: Foldable): Folding {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tab = makeButton({ className: 'tab', label: words.unfold }, () => setFolded(false));
  tab.hidden = true;
  const foldButton = makeButton({ className: 'icon last', text: '–', label: words.fold }, () =>
    setFolded(true),
  );
  const waitToFold = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (chip.matches(':hover, :focus-within') || isInUse()) waitToFold();
      else setFolded(true);
    }, FOLDS_AFTER_MS);
  };
  const setFolded = (folded: boolean): void => {
    const hadFocus = root.activeElement !== null;
    face.hidden = folded;
    tab.hidden = !folded;
    if (folded) clearTimeout(timer);
    else waitToFold();
    if (hadFocus) (folded ? tab : foldButton).focus({ preventScroll: true });
  };
  waitToFold();
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { foldButton, tab, setFolded };
}
