/** What people write or would know it by; first what names it. */
const NAMES = ['title', 'name'];
const TEXTS = ['did', 'why', 'tip', 'topics', 'link', 'text', 'url', 'origin', 'site'];

const DEEPEST = 5;
const LONGEST = 20_000;

/** What a person can still read in a row of whatever form. Plain text. */
export function legible(row: unknown): { readonly title: string; readonly text: string } {
  const [title = ''] = NAMES.flatMap((name) => valuesOf(row, name));
  const written = TEXTS.flatMap((name) => valuesOf(row, name));
  // An entry has its text twice: in its fields, and whole as it was to be sent.
  const parts = written.filter((part) => !written.some((other) => other !== part && other.includes(part)));
  return { title: title.slice(0, 200), text: [...new Set(parts)].join('\n\n').slice(0, LONGEST) };
}

function valuesOf(value: unknown, name: string, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === name ? stringsIn(held) : valuesOf(held, name, depth + 1),
  );
}

function stringsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}
