/** How a reference looks, wherever it stands. */
const REFERENCE = /DG-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;

/** The reference that a text ends on, which says whose page it is; the key where it has none. */
export function referenceIn({ text, key }: { readonly text: string; readonly key: string }): string {
  return text.match(REFERENCE)?.at(-1) ?? key;
}

/** The first paragraph, which is a page's title where it is one line, and what follows it. */
export function titleApart(text: string): { readonly title: string | null; readonly rest: string } {
  const end = text.indexOf('\n\n');
  const first = end === -1 ? text : text.slice(0, end);
  return first.includes('\n') || end === -1
    ? { title: null, rest: text }
    : { title: first, rest: text.slice(end + 2) };
}

/**
 * Tells texts apart (53 bits, cyrb53): the version of a page on platforms that answer a write without naming one, or
 * that count in whole seconds.
 */
export function versionOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (0x1fffff & low) + (high >>> 0)).toString(36);
}
