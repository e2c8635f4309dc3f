import type { Block, Span } from './blocks';
import { partsOf } from './lines';

/** A web address up to white space, without the punctuation that ends a sentence; or asterisks. */
const TOKEN = /(https?:\/\/[^\s<>"\uFDD0-\uFDEF]+[^\s<>".,;:!?')\]*\uFDD0-\uFDEF])|\*+/giu;
/** Where a word ends for everybody who reads Markdown. */
const BOUNDARY = /^[\s!-/:-@[-`{-~\p{P}\uFDD0-\uFDEF]?$/u;
const LONGEST_RUN = 3;

/** Asterisks that stand together. */
interface Run {
  readonly at: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * A line in runs of text: `**strong**`, `*emphasis*`, `***both***`, one inside the other, and web addresses. Marks stand
 * at the edges of words; whatever is no such mark is text. Takes as long as the line is.
 */
export function spansOf(line: string): Span[] {
  const tokens = [...line.matchAll(TOKEN)];
  const delimiters = delimitersOf(tokens.flatMap((token) => (token[1] === undefined ? runOf(token) : [])));
  const spans: Span[] = [];
  let [strong, emphasis, text, done] = [false, false, '', 0];
  const look = () =>
    ({ ...(strong ? { strong } : {}), ...(emphasis ? { emphasis } : {}) }) as Omit<Span, 'text'>;
  const end = (): void => {
    if (text !== '') spans.push({ text, ...look() });
    text = '';
  };
  for (const { 0: token, 1: href, index } of tokens) {
    text += line.slice(done, index);
    done = index + token.length;
    if (href !== undefined) {
      end();
      spans.push({ text: href, href, ...look() });
    } else if (delimiters.has(index)) {
      end();
      strong = token.length > 1 ? !strong : strong;
      emphasis = token.length !== 2 ? !emphasis : emphasis;
    } else text += token;
  }
  text += line.slice(done);
  end();
  return spans;
}

/** A text as it is shown. */
export function blocksOf(text: string): Block[] {
  return partsOf(text).map((part) =>
    part.kind === 'list'
      ? { kind: 'list', ordered: part.ordered, items: part.items.map(spansOf) }
      : {
          kind: 'paragraph',
          spans: part.lines.flatMap((line, index) => [
            ...(index === 0 ? [] : [{ text: '\n' }]),
            ...spansOf(line),
          ]),
        },
  );
}

/** A text without its marks, on one line. */
export function unmarked(line: string): string {
  return spansOf(line)
    .map(({ text }) => text)
    .join('');
}

function runOf({ 0: run, index: at, input }: RegExpExecArray): Run {
  const [before, after] = [input.slice(0, at).slice(-1), input.slice(at + run.length, at + run.length + 1)];
  return {
    at,
    length: run.length,
    opens: BOUNDARY.test(before) && /\S/u.test(after),
    closes: /\S/u.test(before) && BOUNDARY.test(after),
  };
}

/** Where the runs stand that are marks: an opening one with the next of its length that closes. */
function delimitersOf(runs: readonly Run[]): ReadonlySet<number> {
  const closers = closersOf(runs);
  const found = new Set<number>();
  const pairUp = (from: number, to: number, lengths: readonly number[]): void => {
    for (let i = from; i < to; i += 1) {
      const [run, j] = [runs[i], closers[i] ?? -1];
      const [closer, fits] = [runs[j], lengths.includes(run?.length ?? 0) && j < to];
      if (run === undefined || closer === undefined || !fits) continue;
      found.add(run.at).add(closer.at);
      if (lengths.length > 1 && run.length < LONGEST_RUN) pairUp(i + 1, j, [LONGEST_RUN - run.length]);
      i = j;
    }
  };
  pairUp(0, runs.length, [1, 2, LONGEST_RUN]);
  return found;
}

/** For each run that opens: which one closes it, unless another of its length opens before. */
function closersOf(runs: readonly Run[]): readonly (number | undefined)[] {
  const next = new Map<number, number>();
  const closers: (number | undefined)[] = [];
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const { length, opens, closes } = runs[i] ?? { length: 0, opens: false, closes: false };
    const after = next.get(length);
    if (opens) {
      closers[i] = after;
      next.delete(length);
    }
    if (closes) next.set(length, i);
  }
  return closers;
}
