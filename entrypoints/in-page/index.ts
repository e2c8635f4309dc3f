import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hearBackground } from './hear-background';
import { awaitQuiet } from './quiet';
import { showPrompt } from './show-prompt';
import { isOrphaned, tell } from './tell';

const LOOK_FOR_ORPHAN_MS = 2_000;

/** Lives in our own world: the page's scripts see nothing of it. */
const world = globalThis as typeof globalThis & { deelgenootIsHere?: boolean };

export default defineUnlistedScript(() => {
  if (world.deelgenootIsHere) return; // a worker that restarted may inject twice
  world.deelgenootIsHere = true;
  const life = new AbortController();
  life.signal.addEventListener('abort', () => {
    world.deelgenootIsHere = false;
  });
  void live(life);
});

async function live(life: AbortController): Promise<void> {
  const claimed = await tell('prompt:claim', {});
  if (!claimed.ok || claimed.value === null) return life.abort();
  const order = claimed.value;
  const { promptId } = order;
  const { signal } = life;
  const onPageHide = (event: Event): void => {
    if (!event.isTrusted) return;
    void tell('prompt:left', { promptId });
    life.abort();
  };
  window.addEventListener('pagehide', onPageHide, { capture: true, signal });
  const timer = setInterval(() => isOrphaned() && life.abort(), LOOK_FOR_ORPHAN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));

  const called = new AbortController();
  let reach = (): void => called.abort(); // who calls us while we wait for a quiet moment is waiting for us
  hearBackground(signal, {
    hotkey: () => reach(),
    recall: (recalled) => recalled === promptId && life.abort(),
  });
  const waits = AbortSignal.any([signal, called.signal]);
  const moment = order.resumes ? 'quiet' : await awaitQuiet(order, waits);
  if (signal.aborted) return;
  if (moment === 'quiet' || called.signal.aborted) {
    reach = showPrompt(order, life);
    if (called.signal.aborted) reach();
    return;
  }
  if (moment === 'held') await tell('prompt:held', { promptId });
  life.abort();
}
