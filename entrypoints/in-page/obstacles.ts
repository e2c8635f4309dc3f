import { deepestFocus, isField } from './busy';
import { type Area, overlaps, type Size } from './find-place';

/** Room for the ring around what has the focus. */
const RING_PX = 4;
/** As fine as what pages keep in a corner, such as a round button: each look is a question to the page's layout. */
const STEP_PX = 40;

/** Where the focus is, with its ring; null where that is the page as a whole, or so much of it that nothing is hidden. */
export function focusArea(page: Document, ground: Size): Area | null {
  const focus = deepestFocus(page);
  if (focus === null || focus === focus.ownerDocument.body || focus === page.documentElement) return null;
  const { left, top, right, bottom } = areaOf(focus);
  if (right <= left || bottom <= top) return null;
  if (bottom - top > ground.height / 2 && !isField(focus)) return null;
  return { left: left - RING_PX, top: top - RING_PX, right: right + RING_PX, bottom: bottom + RING_PX };
}

/** In the viewport of the page, also for what stands in a frame of the same origin. */
function areaOf(element: Element): Area {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let frame = frameOf(element); frame !== null; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    const [x, y] = [outer.left + frame.clientLeft, outer.top + frame.clientTop];
    [left, right, top, bottom] = [left + x, right + x, top + y, bottom + y];
  }
  return { left, top, right, bottom };
}

function frameOf(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/**
 * A bar or button of the page that keeps its place in the window, such as a cookie notice or a row of answers, where
 * it lies in this area. What is nearly as high as the window is no bar but the application itself.
 */
export function barIn(area: Area, host: Element, ground: Size): Area | null {
  const seen = new Set<Element>();
  for (let y = area.bottom - 1; y > area.top; y -= STEP_PX) {
    for (let x = area.right - 1; x > area.left; x -= STEP_PX) {
      for (let at = elementAt(x, y, host); at !== null && !seen.has(at); at = parentOf(at)) {
        seen.add(at);
        if (!keepsItsPlace(at)) continue;
        const bar = at.getBoundingClientRect();
        if (bar.height < ground.height * 0.75 && overlaps(bar, area)) return bar;
      }
    }
  }
  return null;
}

/** Asked by the prototype's method: a page can put a form of that name in its place. */
function elementAt(x: number, y: number, host: Element): Element | null {
  const all: Element[] = Document.prototype.elementsFromPoint.call(document, x, y);
  let found = all.find((element) => element !== host) ?? null;
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) return found;
    found = inner;
  }
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function keepsItsPlace(element: Element): boolean {
  const { position, bottom } = getComputedStyle(element);
  return position === 'fixed' || (position === 'sticky' && bottom !== 'auto');
}
