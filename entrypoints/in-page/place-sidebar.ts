import type { ChipWords } from '@/utils/messaging/prompt-views';
import { make, makeButton, raise } from './elements';

/** The panel that stands at the right of the page; the page can neither read nor type into its frame. */
export interface Sidebar {
  readonly frame: HTMLElement;
  remove(): void;
}

/**
 * Opens the sidebar on `frameUrl`, which is good once. The focus goes along, because the person asked for it. Closing
 * only takes the panel away: what was typed is saved already.
 */
export function placeSidebar(
  root: ShadowRoot,
  frameUrl: string,
  words: ChipWords,
  onClose: () => void,
): Sidebar {
  const panel = make('section', { className: 'sidebar', label: words.region });
  panel.removeAttribute('title'); // a tooltip over the whole panel would only be in the way
  const bar = make('div', { className: 'bar' });
  const close = makeButton({ className: 'icon', text: '×', label: words.closeSidebar }, onClose);
  bar.append(make('span', { className: 'name', text: words.region }), close);
  const frame = make('iframe', { className: 'frame' });
  frame.title = words.region;
  frame.allow = 'clipboard-write';
  frame.src = frameUrl;
  frame.addEventListener('load', () => frame.focus({ preventScroll: true }), { once: true });
  panel.append(bar, frame);
  root.append(panel);
  raise(panel);
  return { frame, remove: () => panel.remove() };
}
