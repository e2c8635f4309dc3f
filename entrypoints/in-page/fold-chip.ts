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
  /** Folds for as long as there is no room. */
  setCrowded(crowded: boolean): void;
  isFolded(): boolean;
  /** Folded by the person, or after a while: more room does not open it. */
  isFoldedForGood(): boolean;
}

/** Folds the chip to a small tab when asked, or after a while without attention; the tab brings it back. */
export function makeFolding({ root, chip, face, words, signal, isInUse }: Foldable): Folding {
  let [forGood, crowded] = [false, false];
  const tab = makeButton({ className: 'tab', label: words.unfold }, () => setFolded(false));
  tab.hidden = true;
  const foldButton = makeButton({ className: 'icon fold', label: words.fold }, () => setFolded(true));
  const show = (): void => {
    const hadFocus = root.activeElement !== null;
    const folded = forGood || crowded;
    face.hidden = folded;
    tab.hidden = !folded;
    if (hadFocus) (folded ? tab : foldButton).focus({ preventScroll: true });
  };
  const isNeeded = (): boolean => chip.matches(':hover, :focus-within') || isInUse();
  const restartWait = makeWait(isNeeded, () => setFolded(true), signal);
  const setFolded = (folded: boolean): void => {
    [forGood, crowded] = [folded, false];
    show();
    restartWait(!folded);
  };
  const setCrowded = (now: boolean): void => {
    if (now === (forGood || crowded)) return;
    crowded = now;
    show();
  };
  restartWait(true);
  return {
    foldButton,
    tab,
    setFolded,
    setCrowded,
    isFolded: () => face.hidden === true,
    isFoldedForGood: () => forGood,
  };
}

/** How to begin the wait anew, or to end it; while it is needed it goes on. */
function makeWait(isNeeded: () => boolean, onOver: () => void, signal: AbortSignal): (on: boolean) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (on: boolean): void => {
    clearTimeout(timer);
    if (on) timer = setTimeout(() => (isNeeded() ? restart(true) : onOver()), FOLDS_AFTER_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return restart;
}
