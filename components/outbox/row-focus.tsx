import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';

/** Where the focus goes when a press replaces one row by another: to what took its place, not to the top of the page. */
export interface RowFocus {
  /** What stands at this place gets the focus, as soon as it is there. */
  follow(place: string): void;
  /** For `ref`: the element that takes the focus at this place. */
  catcher(place: string): (element: HTMLElement | null) => void;
}

const RowFocusContext = createContext<RowFocus>({ follow: () => undefined, catcher: () => () => undefined });

export function RowFocusProvider({ children }: { children: ComponentChildren }) {
  const focus = useMemo(createRowFocus, []);
  return <RowFocusContext.Provider value={focus}>{children}</RowFocusContext.Provider>;
}

export function useRowFocus(): RowFocus {
  return useContext(RowFocusContext);
}

function createRowFocus(): RowFocus {
  const here = new Map<string, HTMLElement>();
  let wanted: string | null = null;
  return {
    follow: (place) => {
      const element = here.get(place);
      wanted = element === undefined ? place : null;
      element?.focus();
    },
    catcher: (place) => (element) => {
      if (element === null) return void here.delete(place);
      here.set(place, element);
      if (wanted !== place) return;
      wanted = null;
      element.focus();
    },
  };
}
