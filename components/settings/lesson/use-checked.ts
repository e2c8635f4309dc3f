import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import type { Replies } from '@/utils/messaging/contract';

export type Checked = Result<Replies['lesson:check'], Trouble>;

/** How the newest text does in the lesson's own test: an older answer that comes late is of no use. */
export function useChecked(text: string, check: (text: string) => Promise<Checked>): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
    void check(text).then((outcome) => {
      if (newest.current === text) setChecked(outcome);
    });
  }, [text, check]);
  return checked;
}
