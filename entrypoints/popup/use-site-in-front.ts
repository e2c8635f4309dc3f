import { useEffect, useState } from 'preact/hooks';
import type { RequestOf } from '@/utils/messaging/contract';
import { siteInFront } from '@/utils/platform/gesture';

/** The site in front, as the overview asks for it; null until the browser has told. */
export function useSiteInFront(): RequestOf<'overview:read'> | null {
  const [front, setFront] = useState<RequestOf<'overview:read'> | null>(null);
  useEffect(() => {
    let gone = false;
    void siteInFront().then((url) => {
      if (!gone) setFront(url === null ? {} : { url });
    });
    return () => {
      gone = true;
    };
  }, []);
  return front;
}
