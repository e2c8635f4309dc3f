import { useEffect, useState } from 'preact/hooks';

/** Which step the address names, so that a reload and the browser's "back" find it again; the first where it names none. */
export function useStep(ids: readonly string[]): readonly [number, (at: number) => void] {
  const named = (): number => Math.max(0, ids.indexOf(location.hash.slice(1)));
  const [at, setAt] = useState(named);
  useEffect(() => {
    const follow = (): void => setAt(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  });
  const go = (next: number): void => {
    const id = ids[next];
    if (id === undefined) return;
    history.pushState(null, '', `#${id}`);
    setAt(next);
    scrollTo(0, 0);
  };
  return [at, go];
}
