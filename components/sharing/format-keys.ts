import { type Edit, type Selection, toggleMark } from './formatting';
import { continueList, toggleList } from './list-formatting';

/** What of a key press decides about formatting. */
export interface PressedKey {
  readonly key: string;
  /** The place of the key on the keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Within a character that is made of several keys. */
  readonly isComposing: boolean;
}

/** The change that a key makes: Ctrl+B, Ctrl+I, Ctrl+Shift+8, and Enter in a list. Null for every other key. */
export function formatByKey(pressed: PressedKey, selection: Selection): Edit | null {
  const { key, code, shiftKey, altKey, isComposing } = pressed;
  if (isComposing || altKey) return null;
  const control = pressed.ctrlKey || pressed.metaKey;
  if (!control) return key === 'Enter' && !shiftKey ? continueList(selection) : null;
  if (shiftKey) return code === 'Digit8' ? toggleList(selection) : null;
  if (key.toLowerCase() === 'b') return toggleMark(selection, 'strong');
  return key.toLowerCase() === 'i' ? toggleMark(selection, 'emphasis') : null;
}
