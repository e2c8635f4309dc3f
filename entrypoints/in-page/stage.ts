import { styleOf } from './style';

const KEYS = ['keydown', 'keypress', 'keyup'];
const NOT_FOR_THE_PAGE = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup'],
  ...['touchstart', 'touchend', 'focusin', 'focusout'],
];
const REMOUNTS_AT_MOST = 3;

/** The one element of ours in the page: nameless, closed, out of the flow. It stands until its signal ends. */
export interface Stage {
  readonly root: ShadowRoot;
  /** Gives the focus back to where it was before it came to us, if it is with us. */
  returnFocus(): void;
}

interface StageEvents {
  readonly signal: AbortSignal;
  onEscape(): void;
  /** The page took our element away and we put it back: frames in it have lost their content. */
  onRemounted(): void;
  /** The page keeps taking it away. */
  onGivenUp(): void;
}

export function openStage(events: StageEvents): Stage {
  const host = document.createElement(randomName());
  const root = host.attachShadow({ mode: 'closed' });
  styleOf(root);
  const returnFocus = keepEventsInside(host, root, events);
  pageRoot().append(host);
  keepMounted(host, events);
  events.signal.addEventListener('abort', () => {
    returnFocus();
    host.remove();
  });
  return { root, returnFocus };
}

/** Letters, a hyphen, letters: a name for custom elements that nobody has defined, another one each time. */
function randomName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    String.fromCharCode(97 + (byte % 26)),
  );
  return `${letters.slice(0, 6).join('')}-${letters.slice(6).join('')}`;
}

/** The prototype's method: a page can name an image `querySelector` and so hide the document's own. */
function pageRoot(): Element {
  return Document.prototype.querySelector.call(document, ':root') ?? document.documentElement;
}

/**
 * Keys pressed in our element stop at the window, before the page's shortcuts hear them; what the browser itself does
 * with them (Enter presses, Tab moves) stays. Returns how to give the focus back.
 */
function keepEventsInside(
  host: HTMLElement,
  root: ShadowRoot,
  { signal, onEscape }: StageEvents,
): () => void {
  let before: Element | null = null;
  const onKey = (event: Event): void => {
    if (event.target !== host || !event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape') onEscape();
  };
  for (const type of KEYS) window.addEventListener(type, onKey, { capture: true, signal });
  for (const type of NOT_FOR_THE_PAGE) host.addEventListener(type, (event) => event.stopPropagation());
  host.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && relatedTarget !== host) before = relatedTarget;
  });
  return () => {
    // Not `:focus-within`: Chromium does not match it on a host whose own tree has the focus.
    if (root.activeElement !== null && before instanceof HTMLElement && before.isConnected) {
      before.focus({ preventScroll: true });
    }
  };
}

function keepMounted(host: HTMLElement, { signal, onRemounted, onGivenUp }: StageEvents): void {
  let remounts = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    if (remounts === REMOUNTS_AT_MOST) return onGivenUp();
    remounts += 1;
    pageRoot().append(host);
    watch(); // the page may have replaced its whole root
    onRemounted();
  });
  const watch = (): void => {
    observer.disconnect();
    observer.observe(document, { childList: true });
    observer.observe(pageRoot(), { childList: true });
  };
  watch();
  signal.addEventListener('abort', () => observer.disconnect());
}
