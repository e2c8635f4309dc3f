/** A number in [0, 1). A port, so that jitter can be tested. */
export type Random = () => number;

/** Fills and returns `length` random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/** `crypto.getRandomValues`, not `randomUUID` or `subtle`: a frame under an http page has only the former in Firefox. */
export const secureBytes: RandomBytes = (length) => globalThis.crypto.getRandomValues(new Uint8Array(length));

export const secureRandom: Random = () => {
  const words = globalThis.crypto.getRandomValues(new Uint32Array(1));
  return (words[0] ?? 0) / 2 ** 32;
};
