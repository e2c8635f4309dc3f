import type { DigitGroup } from './digit-groups';
import type { Folded } from './fold';
import { type Found, found } from './found';
import { hasWordNear } from './words-near';

const PHONE_WORDS =
  /^(TELEFOON(NUMMERS?|NR)?|TELE?|TELNR|GSM(NUMMER|NR)?|MOBIEL(NUMMER)?|FAX(NUMMER)?|TELEPHONE|TÉLÉPHONE|TÉL|PORTABLE|TELEFON(NUMMERN?)?|HANDY(NUMMER)?|MOBIL(NUMMER)?|MOBILTELEFON|RUFNUMMER|DURCHWAHL|PHONE|MOBILE|CELL|CELLPHONE|BEL|BELLEN|OPBELLEN|APPELER|APPELEZ|ANRUFEN|CALL|WHATSAPP|SMS)$/;

/** How numbers are parted in each country: lengths of the groups, the first one with its 0. */
const GROUPINGS: ReadonlySet<string> = new Set([
  ...['4-2-2-2', '4-3-3', '2-3-2-2', '3-2-2-2', '2-7', '3-6'], // Belgium
  ...['2-8', '3-7', '4-6', '2-4-4', '3-3-4', '3-3-2-2'], // Netherlands
  '2-2-2-2-2', // France
  ...['3-5', '3-8', '4-5', '4-7', '4-8', '5-5', '5-6', '5-7'], // Germany
  ...['3-4-4', '4-3-4', '5-3-3'], // United Kingdom
]);
/** Luxembourg has no 0 in front: these count near a word only. */
const NEAR_A_WORD: ReadonlySet<string> = new Set(['2-2-2', '2-2-2-2', '3-3-3', '3-2-2-2', '8', '9']);
const ABROAD = /^00(32|31|33|49|352|44)/;
const DATES: ReadonlySet<string> = new Set(['2-2-4', '4-2-2', '4-4']);
const GAPS: readonly string[] = [' ', '.', '-', '/', '(', ')', ' (', ') ', ')-', ')/', ' / ', '/ ', ' /'];

/** Groups that people would read as one number. */
interface Cluster {
  readonly digits: string;
  readonly grouping: string;
  readonly gaps: readonly string[];
  /** With the plus or the bracket before it. */
  readonly start: number;
  readonly end: number;
  readonly plus: boolean;
}

/** Telephone numbers: with a plus, grouped as a country groups them, or near a word for one. */
export function* phones({ text }: Folded, groups: readonly DigitGroup[]): Generator<Found> {
  for (const cluster of clusters(text, groups)) {
    const { start, end } = cluster;
    const isPhone =
      isInternational(cluster) ||
      isGrouped(cluster) ||
      (mayBePhone(cluster) && hasWordNear(text, start, end, PHONE_WORDS));
    if (isPhone) yield found('phone', start, end);
  }
}

function* clusters(text: string, groups: readonly DigitGroup[]): Generator<Cluster> {
  for (let from = 0; from < groups.length; ) {
    let to = from + 1;
    while (to < groups.length && isLinked(groups[to])) to += 1;
    yield clusterOf(text, groups.slice(from, to));
    from = to;
  }
}

function isLinked(group: DigitGroup | undefined): boolean {
  return group !== undefined && group.gap !== null && GAPS.includes(group.gap);
}

function clusterOf(text: string, groups: readonly DigitGroup[]): Cluster {
  const first = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? first;
  const opening = /\+ ?\(?$|\($/.exec(text.slice(Math.max(0, first - 3), first))?.[0] ?? '';
  return {
    digits: groups.map(({ digits }) => digits).join(''),
    grouping: groups.map(({ digits }) => digits.length).join('-'),
    gaps: groups.slice(1).map(({ gap }) => gap ?? ''),
    start: first - opening.length,
    end,
    plus: opening.startsWith('+'),
  };
}

function isInternational({ digits, plus, grouping }: Cluster): boolean {
  if (plus) return digits.length >= 8 && digits.length <= 15 && !digits.startsWith('0');
  return ABROAD.test(digits) && digits.length >= 11 && digits.length <= 15 && grouping.includes('-');
}

/** Two groups with a point between them are a fraction; many have to be parted alike. */
function isGrouped({ digits, grouping, gaps }: Cluster): boolean {
  const isFraction = gaps.length === 1 && gaps[0] === '.';
  const later = new Set(gaps.slice(1));
  return /^0[1-9]/.test(digits) && GROUPINGS.has(grouping) && !isFraction && later.size <= 1;
}

function mayBePhone({ digits, grouping }: Cluster): boolean {
  if (DATES.has(grouping) || digits.length > 15) return false;
  if (digits.startsWith('0')) return digits.length >= 8;
  return NEAR_A_WORD.has(grouping) && !/^(19|20)\d{6}$/.test(digits);
}
