import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hearBackground } from './hear-background';
import { awaitQuiet } from './quiet';
import { type Shown, showPrompt } from './show-prompt';
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
  let shown: Shown | null = null;
  const endIfOrphaned = (): void => {
    if (!isOrphaned() || shown?.isSidebarOpen()) return; // what was typed since stands nowhere else: the sidebar says so
    life.abort();
  };
  const timer = setInterval(endIfOrphaned, LOOK_FOR_ORPHAN_MS);
  signal.addEventListener('abort', () => clearInterval(timer));

  const called = new AbortController();
  hearBackground(signal, {
    hotkey: () => (shown === null ? called.abort() : shown.reach()), // who calls while we wait for a quiet moment waits for us
    recall: (recalled) => recalled === promptId && life.abort(),
  });
  const waits = AbortSignal.any([signal, called.signal]);
  const moment = order.resumes ? 'quiet' : await awaitQuiet(order, waits);
  if (signal.aborted) return;
  if (moment === 'quiet' || called.signal.aborted) {
    shown = showPrompt(order, life);
    if (called.signal.aborted) shown.reach();
    return;
  }
  if (moment === 'held') await tell('prompt:held', { promptId });
  life.abort();
}
