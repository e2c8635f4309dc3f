/** Names of months and days in the four languages, as they begin: `jan` is January, `maa` Monday in Dutch. */
const MONTH =
  '(?:jan|f[eé]v|feb|m[aä]a?r|mrt|av?pr|avr|mai|mei|may|ju[inl]|jui|ao[uû]|aug|sep|o[ck]t|nov|d[eé][czk])[\\p{L}]*';
const DAY =
  '(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const HOUR = '(?:[01]?\\d|2[0-4])';

/** What is seen by its form rather than by its words; each sign stands at the place where it begins. */
const PATTERNS: readonly (readonly [sign: string, pattern: RegExp])[] = [
  [
    '#time',
    new RegExp(
      `(?<![\\d.:])${HOUR}(?: ?[uh] ?(?:[0-5]\\d)?|[:.][0-5]\\d(?: ?(?:uur|h|uhr|am|pm))?| ?(?:uur|heures?|uhr|am|pm|o['’]clock))(?![\\p{L}\\d.:])`,
      'giu',
    ),
  ],
  [
    '#time',
    new RegExp(
      `(?<=(?<!\\p{L})(?:om|tegen|rond|vers|um|at|around) )${HOUR}(?![\\d.:/%])(?! *(?:${MONTH}|%|\\p{L}*dag))`,
      'giu',
    ),
  ],
  ['#date', new RegExp(`(?<![\\d.])(?:[12]?\\d|3[01])(?:er|e|de|ste|\\.|st|nd|rd|th)? ${MONTH}`, 'giu')],
  [
    '#date',
    new RegExp(
      `(?<!\\p{L})${DAY} (?:de |le |den )?(?:[12]?\\d|3[01])(?![\\d:]| ?(?:u|h|uur|heures?|uhr)(?!\\p{L}))`,
      'giu',
    ),
  ],
  ['#date', /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/gu],
  ['#day', new RegExp(`(?<!\\p{L})${DAY}(?!\\p{L})`, 'giu')],
  [
    '#money',
    /(?:€|EUR) ?\d|(?<![\d.,])\d{1,3}(?:[ .\u00a0\u202f]?\d{3})*(?:,\d\d)? ?(?:€|euro|eur)(?!\p{Ll})/giu,
  ],
  [
    '#reference',
    /(?<![\p{L}\d])(?:[A-Z]{2,6}[-_/.]?\d{2,}(?:[-_/.]\d+)*|(?:19|20)\d\d[/-]\d{2,6}(?!\d)|n[°r]\.? ?\d+)/gu,
  ],
  [
    '#person',
    /(?<!\p{L})(?:[Dd]hr|[Mm]evr|mr|mw|Mw|[Mm]me|[Mm]lle|M|Mr|Mrs|Ms|Hr|Herrn?|Frau|[Dd]e heer|[Mm]evrouw|[Mm]onsieur|[Mm]adame|[Mm]eneer|[Ff]amille|[Ff]amilie|[Ee]chtgenoten|[ée]poux)\.? (?=\p{Lu})/gu,
  ],
  ['#capitals', /(?<=\p{Ll},? )\p{Lu}\p{Ll}+ \p{Lu}\p{L}+/gu],
  ['#vocative', /^\p{Lu}\p{Ll}+, /gu],
  ['#emoji', /[\u{1f600}-\u{1f64f}\u{1f44d}\u{1f37a}-\u{1f37b}]|[:;]-?[)D]/gu],
];

const FEW_WORDS = 9;
const MANY_WORDS = 25;
/** Who tells or is spoken to, in any of the four languages. */
const PERSONS =
  /(?<!\p{L})(?:ik|mij|me|mijn|je|jij|jou|jouw|jullie|we|wij|ons|j|m|mon|ma|mes|moi|tu|te|t|toi|ton|ta|tes|nous|vous|votre|vos|ich|mir|mich|mein\p{L}*|du|dir|dich|dein\p{L}*|wir|uns|ihr|euch|I|my|you|your|us)(?!\p{L})/iu;

/** Every sign in a text, by the place where it begins. */
export function signsIn(text: string): ReadonlyMap<number, readonly string[]> {
  const signs = new Map<number, string[]>();
  const note = (at: number, sign: string) => signs.set(at, [...(signs.get(at) ?? []), sign]);
  for (const [sign, pattern] of PATTERNS) for (const { index } of text.matchAll(pattern)) note(index, sign);
  const begin = /[\p{L}\p{N}]/u.exec(text)?.index;
  if (begin === undefined) return signs;
  if (/^\p{Ll}/u.test(text.slice(begin))) note(begin, '#lower');
  if (!PERSONS.test(text)) note(begin, '#impersonal');
  if (!/[.!?…)»"”']\s*$/u.test(text)) note(begin, '#unended');
  const words = text.split(/\s+/u).length;
  if (words <= FEW_WORDS) note(begin, '#short');
  if (words > MANY_WORDS) note(begin, '#long');
  return signs;
}
