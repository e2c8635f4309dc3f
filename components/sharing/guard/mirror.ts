import type { Control } from '../apply-edit';

/** What decides where a letter stands. */
const LIKE = [
  'font',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'text-indent',
  'text-align',
  'tab-size',
  'direction',
  'padding',
  'border-width',
  'border-radius',
] as const;

/** Lays a mirror exactly under a field and keeps it there; returns how to let go. */
export function mirror(control: Control, layer: HTMLElement): () => void {
  const life = new AbortController();
  const follow = (): void => {
    layer.scrollTop = control.scrollTop;
    layer.scrollLeft = control.scrollLeft;
  };
  const place = (): void => {
    layUnder(control, layer);
    follow();
  };
  place();
  const observer = new ResizeObserver(place);
  observer.observe(control);
  for (const happening of ['scroll', 'input', 'keyup']) {
    control.addEventListener(happening, follow, { signal: life.signal });
  }
  return () => {
    observer.disconnect();
    life.abort();
  };
}

/** By the style object: a style written in markup is refused by the extension's own policy. */
function layUnder(control: Control, { style }: HTMLElement): void {
  const seen = getComputedStyle(control);
  for (const name of LIKE) style.setProperty(name, seen.getPropertyValue(name));
  const scrollbar = control.offsetWidth - control.clientWidth;
  const borders = Number.parseFloat(seen.borderLeftWidth) + Number.parseFloat(seen.borderRightWidth);
  style.setProperty('inset-block-start', `${control.offsetTop}px`);
  style.setProperty('inset-inline-start', `${control.offsetLeft}px`);
  style.setProperty('inline-size', `${control.offsetWidth - Math.max(0, scrollbar - borders)}px`);
  style.setProperty('block-size', `${control.offsetHeight}px`);
  if (control instanceof HTMLInputElement) {
    const padding = Number.parseFloat(seen.paddingTop) + Number.parseFloat(seen.paddingBottom);
    style.setProperty('line-height', `${control.clientHeight - padding}px`);
  }
}
