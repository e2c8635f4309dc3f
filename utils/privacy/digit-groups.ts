/** Digits that stand together. Offsets are those of the folded text; `end` is not included. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the group before it, where that belongs to the same number perhaps; else null. */
  readonly gap: string | null;
}

/** Signs that people write inside one number; a gap of several is one too (" - ", "/ "). */
const IN_A_NUMBER = ' ./-_*:()\\·\n\r';
const LONGEST_GAP = 3;

/** Every group of digits in a folded text, in order. */
export function digitGroups(text: string): readonly DigitGroup[] {
  const groups: DigitGroup[] = [];
  let before = -1;
  for (let start = 0; start < text.length; start += 1) {
    if (!isDigit(text[start])) continue;
    let end = start + 1;
    while (isDigit(text[end])) end += 1;
    const gap = before === -1 ? null : gapOf(text, before, start);
    groups.push({ digits: text.slice(start, end), start, end, gap });
    before = end;
    start = end;
  }
  return groups;
}

/** Whether this sign of a folded text is one of ten; there is none behind its end. */
export function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && sign >= '0' && sign <= '9';
}

/** Whether this sign of a folded text belongs to a word or a number. */
export function isWordSign(sign: string | undefined): boolean {
  if (sign === undefined) return false;
  if (sign < '\u0080') return (sign >= 'A' && sign <= 'Z') || isDigit(sign);
  return /[\p{L}\p{M}\p{N}]/u.test(sign);
}

function gapOf(text: string, end: number, start: number): string | null {
  if (start - end > LONGEST_GAP) return null;
  const gap = text.slice(end, start);
  const isGap = [...gap].every((sign) => IN_A_NUMBER.includes(sign));
  return isGap && !/\n\r?\n/.test(gap) ? gap : null;
}

/** Groups that make one number of so many digits, however they are parted. */
export interface Run {
  readonly digits: string;
  /** The lengths of its groups: `[2, 2, 2, 3, 2]`. */
  readonly lengths: readonly number[];
  readonly gaps: readonly string[];
  readonly first: DigitGroup;
  readonly last: DigitGroup;
}

/** The run of `count` digits that begins at group `from`, or null where groups do not end there. */
export function runAt(groups: readonly DigitGroup[], from: number, count: number): Run | null {
  const [first] = groups.slice(from, from + 1);
  if (first === undefined) return null;
  let { digits } = first;
  let last = first;
  const lengths = [digits.length];
  const gaps: string[] = [];
  for (let next = from + 1; digits.length < count; next += 1) {
    const group = groups[next];
    if (group === undefined || group.gap === null) return null;
    digits += group.digits;
    lengths.push(group.digits.length);
    gaps.push(group.gap);
    last = group;
  }
  return digits.length === count ? { digits, lengths, gaps, first, last } : null;
}

/** Whether a number is parted only where one of these ways of writing it parts it: after so many digits. */
export function isPartedAt({ lengths }: Run, places: readonly number[]): boolean {
  let after = 0;
  return lengths.slice(0, -1).every((length) => {
    after += length;
    return places.includes(after);
  });
}
