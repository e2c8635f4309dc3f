import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SECOND_MS } from '@/utils/kernel/clock';
import { ask } from '@/utils/messaging/ask';

/** Well within the time that a deletion stays undoable by itself. */
const HOLD_EVERY_MS = 3 * SECOND_MS;

/**
 * Keeps a deletion undoable while its row has the focus or the pointer: nobody has to hurry to a button. `onGone` is
 * called once it is too late.
 */
export function useHold<Row extends HTMLElement>(id: string, onGone?: () => void): RefObject<Row | null> {
  const row = useRef<Row>(null);
  useEffect(() => {
    const hold = async (): Promise<void> => {
      if (!isAttended(row.current)) return;
      const held = await ask('discard:hold', { id });
      if (!held.ok && held.error.code === 'undo-too-late') onGone?.();
    };
    const timer = setInterval(() => void hold(), HOLD_EVERY_MS);
    return () => clearInterval(timer);
  }, [id, onGone]);
  return row;
}

function isAttended(row: HTMLElement | null): boolean {
  if (row === null || document.visibilityState !== 'visible') return false;
  return row.matches(':hover') || (document.hasFocus() && row.contains(document.activeElement));
}
