/** How long the frame must have been in plain sight before Send works, so that no page can make people press it. */
export const IN_SIGHT_MS = 500;

/** How long it may be out of sight before Send offers a window that nobody can cover. */
export const OUT_OF_SIGHT_MS = 3_000;

/**
 * Chromium tells a frame of another process that it was covered after 0.5 to 0.6 s (measured in 156): a Send waits more
 * than twice as long after it was pressed, for a machine that is busy, and does not go when the news comes.
 */
export const SECOND_LOOK_MS = 1_400;

/** The same in pictures on the screen: a busy machine draws fewer in that time, and tells as much later. */
export const SECOND_LOOK_FRAMES = 80;

/** Whether the Send button can really be seen, and since when (ms, any steady clock). */
export interface Sight {
  readonly visible: boolean;
  readonly since: number;
}

/** `ready`: Send sends. `settling`: a moment more. `own-window`: Send opens the draft in a window of its own. */
export type Readiness = 'ready' | 'settling' | 'own-window';

/** One more look: only a change starts the time anew. */
export function look(sight: Sight, visible: boolean, now: number): Sight {
  return sight.visible === visible ? sight : { visible, since: now };
}

export function readiness({ visible, since }: Sight, now: number): Readiness {
  const lasted = now - since;
  if (visible) return lasted >= IN_SIGHT_MS ? 'ready' : 'settling';
  return lasted >= OUT_OF_SIGHT_MS ? 'own-window' : 'settling';
}

/** Milliseconds until `readiness` changes by itself; null where only another look can change it. */
export function changesIn({ visible, since }: Sight, now: number): number | null {
  const left = (visible ? IN_SIGHT_MS : OUT_OF_SIGHT_MS) - (now - since);
  return left > 0 ? left : null;
}

/** Where a frame stands on the screen, for browsers that cannot say whether it is covered. */
export interface Stand {
  readonly whole: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Wholly in view, and where and as large as it was at the look before. */
export function isStill(before: Stand | null, now: Stand): boolean {
  return (
    before !== null &&
    now.whole &&
    before.whole &&
    before.left === now.left &&
    before.top === now.top &&
    before.width === now.width &&
    before.height === now.height
  );
}
