/**
 * A text as detectors read it: capitals, plain digits, one kind of hyphen and space, nothing invisible, `%40` as `@`.
 * `at[i]` is where the sign `text[i]` began in the original, `at[text.length]` its length.
 */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

const HYPHENS = /[\u2010-\u2015\u2212\u2043\uFE58\uFE63\uFF0D]/u;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u034F|[\uFE00-\uFE0F]/u;
const LINE_ENDS = /[\u2028\u2029\u0085]/u;
const DIGIT = /\p{Nd}/u;
const OTHER_NUMBER = /[\p{No}\p{Nl}]/u;
/** Stands for a sign that no detector asks about. */
const OTHER = '\uFFFD';
const PERCENT = 0x25;
const ESCAPED = /^%[2-7][0-9A-F]$/iu;

/** Nearly every sign is one of these, and is looked up; a percent sign may begin an escape. */
const PLAIN = Array.from({ length: 0x80 }, (_none, code) =>
  code === PERCENT ? undefined : foldSign(String.fromCharCode(code)),
);

/** Folds a text for the detectors, in one pass. */
export function fold(original: string): Folded {
  const signs: string[] = [];
  const at: number[] = [];
  const put = (sign: string, from: number): void => {
    signs.push(sign);
    at.push(from);
  };
  for (let from = 0; from < original.length; ) {
    const plain = PLAIN[original.charCodeAt(from)];
    if (plain !== undefined) {
      put(plain, from);
      from += 1;
      continue;
    }
    const sign = String.fromCodePoint(original.codePointAt(from) ?? 0);
    const escaped = sign === '%' ? original.slice(from, from + 3) : '';
    if (ESCAPED.test(escaped)) {
      put(foldSign(String.fromCharCode(Number.parseInt(escaped.slice(1), 16))), from);
      from += escaped.length;
      continue;
    }
    if (!INVISIBLE.test(sign)) put(foldSign(sign), from);
    from += sign.length;
  }
  at.push(original.length);
  return { text: signs.join(''), at };
}

/** One sign for one, so that offsets stay true. */
function foldSign(sign: string): string {
  if (sign === '\t' || sign === '\v' || sign === '\f') return ' ';
  if (sign < '\u0080') return sign.toUpperCase();
  if (HYPHENS.test(sign)) return '-';
  if (SPACES.test(sign)) return ' ';
  if (LINE_ENDS.test(sign)) return '\n';
  if (DIGIT.test(sign)) return digitOf(sign);
  if (OTHER_NUMBER.test(sign)) return OTHER; // a raised footnote mark is no digit of the number before it
  const plain = sign.normalize('NFKC').toUpperCase();
  if (plain.length === 1) return plain;
  return sign.length === 1 ? sign : OTHER;
}

/** Compatibility gives the common ones; others stand in runs of ten, so it is how far from the start of its run. */
function digitOf(sign: string): string {
  const plain = sign.normalize('NFKC');
  if (plain >= '0' && plain <= '9') return plain;
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
