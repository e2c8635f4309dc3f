/** Does it at once, and however often it is asked for within `everyMs` once more after that: the last time counts. */
export function nowAndThen(everyMs: number, action: () => void): () => void {
  let isResting = false;
  let isAsked = false;
  const ask = (): void => {
    isAsked = isResting;
    if (isResting) return;
    isResting = true;
    action();
    setTimeout(() => {
      isResting = false;
      if (isAsked) ask();
    }, everyMs);
  };
  return ask;
}
