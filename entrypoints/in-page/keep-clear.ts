import { fillsScreen } from './busy';
import { onTrusted } from './elements';
import { type Area, findPlace, type Ground, MARGIN, overlaps, type Size } from './find-place';
import type { Folding } from './fold-chip';
import { barIn, focusArea } from './obstacles';

/** A page's bars come and go without a word. */
const LOOK_EVERY_MS = 1_000;
const MAY_MOVE_SOMETHING = ['focusin', 'focusout', 'scrollend', 'resize', 'fullscreenchange'];

export interface Standing {
  readonly root: ShadowRoot;
  readonly chip: HTMLElement;
  readonly face: HTMLElement;
  readonly folding: Folding;
  readonly signal: AbortSignal;
}

/**
 * Keeps the chip off what has the focus and off the page's own bars: it steps aside, or folds where there is no room,
 * and comes back. Who works with it finds it where it was. Over a full screen it is not shown.
 */
export function keepClear(standing: Standing): void {
  const { root, chip, face, signal } = standing;
  const step = makeStep(standing);
  let [insists, waits] = [false, false];
  const look = (): void => step(insists);
  const lookSoon = (): void => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      if (!signal.aborted) look();
    }); // before the page is painted with its new focus
  };
  const relent = ({ target }: Event): void => {
    if (target !== root.host) insists = false;
  };
  const heeding = { capture: true, passive: true, signal };
  for (const type of ['focusin', 'pointerdown']) window.addEventListener(type, relent, heeding);
  for (const type of MAY_MOVE_SOMETHING) window.addEventListener(type, lookSoon, heeding);
  onTrusted(chip, 'click', () => (insists = true)); // who opens it wants it, whatever is under it
  const timer = setInterval(() => chip.matches(':hover') || look(), LOOK_EVERY_MS);
  let sizes = 0;
  const observer = new ResizeObserver(() => {
    if (sizes > 0) lookSoon(); // the first one is no news
    sizes += 1;
  });
  observer.observe(face);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    observer.disconnect();
  });
  look();
}

type Form = 'open' | 'folded';
/** Where the chip's last corner is to be. */
type Corner = Pick<Area, 'right' | 'bottom'>;

/** One look around, after which the chip stands where it should. */
function makeStep({ root, chip, face, folding }: Standing): (insists: boolean) => void {
  const sizes: Record<Form, Size> = { open: { width: 0, height: 0 }, folded: { width: 32, height: 32 } };
  let moved = { x: 0, y: 0 };
  const free = (view: Size): Corner => {
    const forms: readonly Form[] = folding.isFoldedForGood() ? ['folded'] : ['open', 'folded'];
    const { form, corner } = choose(forms, sizes, groundsOf(root.host, view));
    folding.setCrowded(form === 'folded');
    return corner;
  };
  return (insists) => {
    chip.style.visibility = fillsScreen(document) ? 'hidden' : '';
    if (chip.hidden) return;
    const { right, bottom, width, height } = (
      folding.isFolded() ? folding.tab : face
    ).getBoundingClientRect();
    const view = { width: right - moved.x + MARGIN, height: bottom - moved.y + MARGIN };
    sizes[folding.isFolded() ? 'folded' : 'open'] = { width, height };
    const isUsed = insists || root.activeElement !== null;
    const within = { right: Math.max(right, MARGIN + width), bottom: Math.max(bottom, MARGIN + height) };
    const corner = isUsed ? within : free(view);
    const [x, y] = [corner.right + MARGIN - view.width, corner.bottom + MARGIN - view.height];
    if (x === moved.x && y === moved.y) return;
    moved = { x, y };
    for (const { style } of [face, folding.tab]) {
      style.transform = `translate(${x}px, ${y}px)`; // other than another inset, no shift of the page's layout
    }
  };
}

/** The first form that has room, on the strictest ground that has room for one. */
function choose(
  forms: readonly Form[],
  sizes: Readonly<Record<Form, Size>>,
  grounds: readonly Ground[],
): { readonly form: Form; readonly corner: Corner } {
  let last: Form = 'open';
  for (const ground of grounds) {
    for (const form of forms) {
      const area = findPlace(sizes[form], ground);
      if (area !== null) return { form, corner: area };
      last = form;
    }
  }
  const { width = 0, height = 0 } = grounds[0] ?? {};
  return { form: last, corner: { right: width - MARGIN, bottom: height - MARGIN } };
}

/** Nothing covered; else nothing that has the focus. */
function groundsOf(host: Element, view: Size): readonly Ground[] {
  const body = Document.prototype.querySelector.call(document, 'body');
  const rightToLeft = getComputedStyle(body ?? document.documentElement).direction === 'rtl';
  const focus = focusArea(document, view);
  const focusIn = (area: Area): Area | null => (focus !== null && overlaps(focus, area) ? focus : null);
  const anythingIn = (area: Area): Area | null => focusIn(area) ?? barIn(area, host, view);
  return [anythingIn, focusIn].map((inTheWayOf) => ({ ...view, rightToLeft, inTheWayOf }));
}
