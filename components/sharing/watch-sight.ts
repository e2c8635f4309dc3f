import { isStill, type Stand } from './visibility';
import styles from './watch-sight.module.css';

const STILLNESS_LOOK_MS = 100;

/**
 * Pixels of the screen for one of ours. A page that zooms its root makes all on it tiny, in the top layer too, and no
 * observer counts that as hidden; a browser's own zoom ends at a quarter.
 */
const SMALLEST_PIXEL = 0.5;

/** An observer that also knows about covers, filters and opacity (Intersection Observer v2): Chromium has it. */
interface PlainSightOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

/** Calls `onLook` with whether `target` is in plain sight of the person, at once and whenever that may have changed. */
export function watchSight(target: Element, signal: AbortSignal, onLook: (visible: boolean) => void): void {
  if ('isVisible' in IntersectionObserverEntry.prototype) watchPlainSight(target, signal, onLook);
  else watchStillness(signal, onLook);
}

function watchPlainSight(target: Element, signal: AbortSignal, onLook: (visible: boolean) => void): void {
  const options: PlainSightOptions = { threshold: [0, 0.99], trackVisibility: true, delay: 100 };
  let plain = false;
  const tell = (): void => onLook(plain && isLarge());
  const observer = new IntersectionObserver((entries) => {
    const entry = entries.at(-1);
    if (entry === undefined) return;
    plain = 'isVisible' in entry && entry.isVisible === true && entry.intersectionRatio >= 0.99;
    tell();
  }, options);
  observer.observe(target);
  matchMedia(`(min-resolution: ${SMALLEST_PIXEL}dppx)`).addEventListener('change', tell, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Firefox cannot say what covers a frame: there it must stand still and wholly in view, and Send can be taken back. */
function watchStillness(signal: AbortSignal, onLook: (visible: boolean) => void): void {
  const edge = document.body.appendChild(document.createElement('div'));
  edge.className = styles.edge ?? '';
  let whole = false;
  const observer = new IntersectionObserver(
    (entries) => {
      whole = (entries.at(-1)?.intersectionRatio ?? 0) >= 0.99;
    },
    { threshold: [0, 0.99] },
  );
  observer.observe(edge);
  let before: Stand | null = null;
  const timer = setInterval(() => {
    const now = standOf(window, whole);
    onLook(isStill(before, now) && isLarge());
    before = now;
  }, STILLNESS_LOOK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
    edge.remove();
  });
}

function isLarge(): boolean {
  return devicePixelRatio >= SMALLEST_PIXEL;
}

/** Firefox tells where a frame stands on the screen; elsewhere that stays 0 and only its size is compared. */
function standOf(
  frame: Window & { mozInnerScreenX?: number; mozInnerScreenY?: number },
  whole: boolean,
): Stand {
  const { innerWidth, innerHeight, mozInnerScreenX = 0, mozInnerScreenY = 0 } = frame;
  return { whole, left: mozInnerScreenX, top: mozInnerScreenY, width: innerWidth, height: innerHeight };
}
