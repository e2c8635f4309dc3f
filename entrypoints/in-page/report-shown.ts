const LOOK_EVERY_MS = 250;
const SHOWN_AFTER_MS = 2_000;

/** How long it has been in sight, after one more look that took `stepMs`; out of sight starts anew. */
export function seenFor(beforeMs: number, inSight: boolean, stepMs: number): number {
  return inSight ? beforeMs + stepMs : 0;
}

/** Calls `onShown` once, when the chip has been in sight for two seconds on end: only then did it count as asked. */
export function reportShown(isInSight: () => boolean, signal: AbortSignal, onShown: () => void): void {
  let seenMs = 0;
  const timer = setInterval(() => {
    seenMs = seenFor(seenMs, isInSight(), LOOK_EVERY_MS);
    if (seenMs < SHOWN_AFTER_MS) return;
    clearInterval(timer);
    onShown();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
