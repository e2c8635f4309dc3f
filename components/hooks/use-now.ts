import { useEffect, useState } from 'preact/hooks';
import { type Clock, systemClock } from '@/utils/kernel/clock';

/** The time (epoch ms), moving on every `everyMs`, for "in 3 minutes" that stays true. */
export function useNow(everyMs: number, clock: Clock = systemClock): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, clock]);
  return now;
}
