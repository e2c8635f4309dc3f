import type { Edit, Selection } from './formatting';

/** A field in which somebody writes. */
export type Control = HTMLTextAreaElement | HTMLInputElement;

/** The field's text and what of it is selected. */
export function selectionOf(field: HTMLTextAreaElement): Selection {
  return { text: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** Makes a change in a field as typing does, so that the browser's own undo takes it back, where the browser can. */
export function applyEdit(field: Control, { from, to, insert, select }: Edit): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (!typeInto(insert)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  field.setSelectionRange(...select);
}

/** The old command is the only one that a field's undo knows of; false where there is none. */
function typeInto(text: string): boolean {
  if (typeof document.execCommand !== 'function') return false;
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}
