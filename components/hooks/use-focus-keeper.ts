import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** When an item with the focus goes away, the heading of its list takes the focus, not the top of the page. */
export function useFocusKeeper<Element extends HTMLElement>(items: number): RefObject<Element | null> {
  const heading = useRef<Element>(null);
  const before = useRef(items);
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (items < before.current && lost) heading.current?.focus();
    before.current = items;
  }, [items]);
  return heading;
}
