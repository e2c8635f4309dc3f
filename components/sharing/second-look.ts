import { useRef } from 'preact/hooks';
import { type Readiness, SECOND_LOOK_FRAMES, SECOND_LOOK_MS } from './visibility';

/** A frame that is out of sight is drawn seldom or never: what was counted before such a gap says nothing. */
const GAP_MS = 250;

/** Resolves once the browser has had the time to say that something covers this frame, also where it is busy. */
async function secondLook(): Promise<void> {
  let began = performance.now();
  let last = began;
  for (let frames = 0; frames < SECOND_LOOK_FRAMES || last - began < SECOND_LOOK_MS; frames += 1) {
    await new Promise((resume) => requestAnimationFrame(resume));
    const now = performance.now();
    if (now - last > GAP_MS) {
      began = now;
      frames = 0;
    }
    last = now;
  }
}

/**
 * Whether the panel stays in plain sight from now on through a second look, in a page's frame. One that was away for a
 * moment did not: a cover that came and went was there at the press.
 */
export function useStayInSight(readiness: Readiness): (framed: boolean) => Promise<boolean> {
  const seen = useRef({ isReady: true, wasAway: false });
  seen.current.isReady = readiness === 'ready';
  if (!seen.current.isReady) seen.current.wasAway = true;
  return async (framed) => {
    seen.current.wasAway = false;
    if (framed) await secondLook();
    return seen.current.isReady && !seen.current.wasAway;
  };
}
