import { partsOf } from './lines';
import { startOf } from './quotation';
import { unmarked } from './spans';

const LONGEST_TITLE = 80;
/** No sentence of a title is longer: what comes behind is not looked at. */
const LONGEST_LOOK = 400;
const LONGEST_WORD = 12;
/** What may end a sentence, with what closes a quotation behind it. */
const END = /[.!?…]+["'”’»)\]]*(?=\s|$)/gu;
const LAST_WORD = /[\p{L}\p{N}.]+$/u;
/** Words that are written with a full stop, in any of our languages. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'a.d. a.u.b. abs afb al art arts ass bijl blz bv bvb bzgl bzw c.q. ca cf chap d.d. d.h. d.i. d.m.v. d.w.z. dgl dhr dir doc dr e.a. e.d. e.g. enz etc evtl ex fig h.t.m.l hfdst i.e. i.p.v. i.v.m. ing inkl inz ir jl k.b. m.b.t. m.i. m.m.v. m.n. max mej mevr mgr min mme mr mrs ms mw n.a.v. nl no nr nrs o.a. o.b.v. o.i. o.l.v. ong p p.ex par pp prof réf resp s s.v.p. sec sog st str t.a.v. t.e.m. t.g.v. t.o.v. t.w. tel u.a. u.ä. usw v.a. v.l.n.r. vb vgl vol vs z z.b. z.g. z.o.z. z.t. zgn zie'.split(
    ' ',
  ),
);

/** A title for what somebody did: its first sentence without marks, cut behind a word; empty only where nothing is told. */
export function proposedTitle(did: string): string {
  const first = firstLine(did);
  return (
    startOf(firstSentence(first), LONGEST_TITLE) ||
    startOf(first, LONGEST_TITLE) ||
    did.trim().slice(0, LONGEST_TITLE)
  );
}

function firstLine(text: string): string {
  const [part] = partsOf(text.trim());
  const line = part?.kind === 'list' ? part.items[0] : part?.lines[0];
  return unmarked((line ?? '').slice(0, LONGEST_LOOK)).trim();
}

/** Without the full stop; a question and an exclamation keep their sign. */
function firstSentence(line: string): string {
  for (const { 0: end, index } of line.matchAll(END)) {
    const before = line.slice(0, index);
    if (end === '.' && index + 1 < line.length && isAbbreviation(before)) continue;
    return end === '.' ? before : before + end;
  }
  return line;
}

/** One letter is somebody's first name, a number something's place. */
function isAbbreviation(before: string): boolean {
  const word = (LAST_WORD.exec(before.slice(-LONGEST_WORD))?.[0] ?? '').toLowerCase();
  return /^(?:\p{L}|\d{1,3})$/u.test(word) || ABBREVIATIONS.has(word) || ABBREVIATIONS.has(`${word}.`);
}
