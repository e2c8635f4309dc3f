import type { Control } from '../apply-edit';

/** The field inside a box; null while there is none. */
export function controlIn(box: Element | null): Control | null {
  return box?.querySelector<Control>('textarea, input[type="text"]') ?? null;
}

/** Alt+M on every keyboard: some systems make another letter of it, so the key itself counts as well. */
export function isMaskKey({ altKey, ctrlKey, metaKey, shiftKey, key, code }: KeyboardEvent): boolean {
  if (!altKey || ctrlKey || metaKey || shiftKey) return false;
  return key.toLowerCase() === 'm' || (key === 'µ' && code === 'KeyM');
}
