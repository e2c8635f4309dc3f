import { useEffect, useState } from 'preact/hooks';
import type { RequestOf } from '@/utils/messaging/contract';
import { activeTab } from '@/utils/platform/gesture';

/** The page in front, as the overview asks for it; null until the browser has told. */
export function useFrontTab(): RequestOf<'overview:read'> | null {
  const [front, setFront] = useState<RequestOf<'overview:read'> | null>(null);
  useEffect(() => {
    let gone = false;
    void activeTab().then((tab) => {
      if (!gone) setFront(tab ?? {});
    });
    return () => {
      gone = true;
    };
  }, []);
  return front;
}
