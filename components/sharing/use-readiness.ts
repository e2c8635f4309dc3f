import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { changesIn, look, type Readiness, readiness, type Sight } from './visibility';
import { watchSight } from './watch-sight';

/**
 * Whether Send may send. In a window of its own always; in a page's frame only what `target` tells about being seen.
 * Time in a hidden tab does not count against it.
 */
export function useReadiness(framed: boolean, target: RefObject<HTMLElement | null>): Readiness {
  const [state, setState] = useState<Readiness>(framed ? 'settling' : 'ready');
  useEffect(() => {
    const element = target.current;
    if (!framed || element === null) return setState('ready');
    const life = new AbortController();
    let sight: Sight = { visible: false, since: performance.now() };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const judge = (): void => {
      clearTimeout(timer);
      const now = performance.now();
      setState(readiness(sight, now));
      const left = changesIn(sight, now);
      if (left !== null) timer = setTimeout(judge, left);
    };
    watchSight(element, life.signal, (visible) => {
      sight = look(sight, visible, performance.now());
      judge();
    });
    const onShown = (): void => {
      if (document.visibilityState !== 'visible') return;
      sight = { ...sight, since: performance.now() };
      judge();
    };
    document.addEventListener('visibilitychange', onShown, { signal: life.signal });
    judge();
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, [framed, target]);
  return state;
}
