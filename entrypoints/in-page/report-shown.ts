const LOOK_EVERY_MS = 250;
const SHOWN_AFTER_MS = 2_000;

/** How long it has been in sight, after one more look that took `stepMs`; out of sight starts anew. */
export function seenFor(beforeMs: number, inSight: boolean, stepMs: number): number {
  return inSight ? beforeMs + stepMs : 0;
}

/**
 * Calls `onShown` once, when the chip has been in sight for two seconds on end: only then did it count as asked. Calls
 * `onUnseen` instead where that has not come about within `patienceMs`.
 */
export function reportShown(
  isInSight: () => boolean,
  signal: AbortSignal,
  { onShown, onUnseen }: { onShown(): void; onUnseen(): void },
  patienceMs: number,
): void {
  const startedAt = performance.now();
  let seenMs = 0;
  const timer = setInterval(() => {
    seenMs = seenFor(seenMs, isInSight(), LOOK_EVERY_MS);
    const isUnseen = seenMs === 0 && performance.now() - startedAt >= patienceMs;
    if (seenMs < SHOWN_AFTER_MS && !isUnseen) return;
    clearInterval(timer);
    if (isUnseen) onUnseen();
    else onShown();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
