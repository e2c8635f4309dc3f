import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Readiness, SECOND_LOOK_FRAMES, SECOND_LOOK_MS } from './visibility';

/** Resolves once the browser has had the time to say that something covers this frame, also where it is busy. */
async function secondLook(isOver: () => boolean): Promise<void> {
  const began = performance.now();
  for (
    let frames = 0;
    frames < SECOND_LOOK_FRAMES || performance.now() - began < SECOND_LOOK_MS;
    frames += 1
  ) {
    if (isOver()) return;
    await new Promise((resume) => requestAnimationFrame(resume));
  }
}

/**
 * Called at the press; its answer tells whether the panel stayed in plain sight since, in a page's frame through a second
 * look. It comes as soon as the panel is away: one that is covered may never be drawn again, and Send must not wait for it.
 */
export function useStayInSight(readiness: Readiness): () => (framed: boolean) => Promise<boolean> {
  const leave = useRef<() => void>(() => undefined);
  const isReady = readiness === 'ready';
  useLayoutEffect(() => {
    if (!isReady) leave.current();
  }, [isReady]);
  return () => {
    let isAway = !isReady;
    const away = new Promise<false>((resume) => {
      leave.current = () => {
        isAway = true;
        resume(false);
      };
    });
    return async (framed) => {
      if (framed) await Promise.race([away, secondLook(() => isAway)]);
      return !isAway;
    };
  };
}
