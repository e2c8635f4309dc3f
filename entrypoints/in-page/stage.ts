import { deepestFocus } from './busy';
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
  /** Gives the focus to something of ours, and remembers where it was. */
  takeFocus(element: HTMLElement): void;
}

interface StageEvents {
  readonly signal: AbortSignal;
  /** A key went down while we have the focus; true where it meant something to us. */
  onKey(key: string): boolean;
  /** The page took our element away and we put it back: frames in it have lost their content. */
  onRemounted(): void;
  /** The page keeps taking it away. */
  onGivenUp(): void;
}

export function openStage(events: StageEvents): Stage {
  const host = document.createElement(randomName());
  const root = host.attachShadow({ mode: 'closed' });
  styleOf(root);
  keepEventsInside(host, events);
  const { returnFocus, takeFocus } = followFocus(host, root);
  pageRoot().append(host);
  keepMounted(host, events);
  events.signal.addEventListener('abort', () => {
    returnFocus();
    host.remove();
  });
  return { root, returnFocus, takeFocus };
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
 * with them (Enter presses, Tab moves) stays, but for letters that mean something to us.
 */
function keepEventsInside(host: HTMLElement, { signal, onKey }: StageEvents): void {
  const hear = (event: Event): void => {
    if (event.target !== host || !event.isTrusted) return;
    event.stopImmediatePropagation();
    if (event.type === 'keydown' && isPlain(event as KeyboardEvent) && onKey((event as KeyboardEvent).key))
      event.preventDefault(); // or the browser begins to search the page for it
  };
  for (const type of KEYS) window.addEventListener(type, hear, { capture: true, signal });
  for (const type of NOT_FOR_THE_PAGE) host.addEventListener(type, (event) => event.stopPropagation());
}

/** One press of one key: no key that is held down, and no shortcut of the browser's. */
function isPlain({ repeat, isComposing, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !(repeat || isComposing || ctrlKey || altKey || metaKey);
}

function followFocus(host: HTMLElement, root: ShadowRoot): Pick<Stage, 'returnFocus' | 'takeFocus'> {
  let before: Element | null = null;
  host.addEventListener('focusin', ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && relatedTarget !== host) before = relatedTarget;
  });
  const returnFocus = (): void => {
    // Not `:focus-within`: Chromium does not match it on a host whose own tree has the focus.
    if (root.activeElement === null) return;
    if (before?.isConnected) (before as HTMLElement).focus?.({ preventScroll: true });
    (root.activeElement as HTMLElement | null)?.blur(); // where there was nothing before, or it takes no focus any more
  };
  const takeFocus = (element: HTMLElement): void => {
    const from = deepestFocus(document); // in a frame or a shadow root too, which no event tells of
    element.focus({ preventScroll: true });
    if (from !== host) before = from;
  };
  return { returnFocus, takeFocus };
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
