import { SECOND_LOOK_FRAMES, SECOND_LOOK_MS } from './visibility';

/** Resolves once the browser has had the time to say that something covers this frame, also where it is busy. */
export async function secondLook(): Promise<void> {
  const began = performance.now();
  for (
    let frames = 0;
    frames < SECOND_LOOK_FRAMES || performance.now() - began < SECOND_LOOK_MS;
    frames += 1
  ) {
    await new Promise((resume) => requestAnimationFrame(resume));
  }
}
