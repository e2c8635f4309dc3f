import { useState } from 'preact/hooks';
import { useAsk } from '@/components/hooks/use-ask';
import type { WaitingView } from '@/utils/messaging/views';

/** How many rows each press adds. */
const MORE_ROWS = 50;

/** What waits, as far as the person asked to see it; as fresh as the overview. */
export function useWaiting(first: WaitingView): {
  readonly waiting: WaitingView;
  readonly onMore: () => void;
} {
  const [rows, setRows] = useState<number | null>(null);
  const { value } = useAsk('waiting:read', rows === null ? null : { rows });
  const waiting = value ?? first;
  return { waiting, onMore: () => setRows(waiting.rows.length + MORE_ROWS) };
}
