/** A field in which somebody writes. */
export type Control = HTMLTextAreaElement | HTMLInputElement;

/** The field inside a box; null while there is none. */
export function controlIn(box: Element | null): Control | null {
  return box?.querySelector<Control>('textarea, input[type="text"]') ?? null;
}

/** Puts other text in place of a stretch, as typing does: the browser's own undo brings it back, where it can. */
export function replaceIn(control: Control, from: number, to: number, text: string): void {
  control.focus();
  control.setSelectionRange(from, to);
  // The old command is the only one that a field's undo knows of.
  if (typeof document.execCommand === 'function' && document.execCommand('insertText', false, text)) return;
  control.setRangeText(text, from, to, 'end');
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Alt+M on every keyboard: some systems make another letter of it, so the key itself counts as well. */
export function isMaskKey({ altKey, ctrlKey, metaKey, shiftKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || ctrlKey || metaKey || shiftKey) return false;
  return key.toLowerCase() === 'm' || (key === 'µ' && code === 'KeyM');
}
