import { useEffect, useRef } from 'preact/hooks';

/** Control+Enter, or Command+Enter, from wherever one is writing: as a press on Send, with everything that it looks at. */
export function useSendKey(press: () => void, isSending: boolean): void {
  const latest = useRef({ press, isSending });
  latest.current = { press, isSending };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing)
        return;
      event.preventDefault();
      if (!latest.current.isSending) latest.current.press();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
