import { useState } from 'preact/hooks';
import { useAsk } from '@/components/hooks/use-ask';
import type { WaitingView } from '@/utils/messaging/views';

/** How many rows each press adds. */
const MORE_ROWS = 50;

/** What waits, as far as the person asked to see it and as fresh as the overview; counted once that is on the screen. */
export function useWaiting(first: WaitingView): {
  readonly waiting: WaitingView;
  readonly onMore: () => void;
} {
  const [rows, setRows] = useState<number | null>(null);
  const isWhole = rows === null && first.isPartial === undefined;
  const { value } = useAsk('waiting:read', isWhole ? null : { rows: rows ?? first.rows.length });
  const waiting = isWhole ? first : (value ?? first);
  return { waiting, onMore: () => setRows(waiting.rows.length + MORE_ROWS) };
}
