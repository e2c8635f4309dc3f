import de from './de.json';
import en from './en.json';
import fr from './fr.json';
import nl from './nl.json';
import { fold, type Token } from './tokens';

/** Kind → weight → lists of cues, parted by commas. A star stands for any rest of a word, or for any word. */
export type CueTable = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

const TABLES: ReadonlyMap<string, CueTable> = new Map<string, CueTable>(Object.entries({ nl, fr, de, en }));

/** A cue that a text holds, from one of its tokens up to and without another. */
export interface Found {
  /** As its table writes it. */
  readonly cue: string;
  readonly kind: string;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

interface Cue {
  readonly cue: string;
  readonly kind: string;
  readonly weight: number;
  /** What must follow the first word. */
  readonly rest: readonly string[];
}

/** Cues by their first word: whole words, beginnings, and the few that can stand anywhere in one. */
interface CueIndex {
  readonly whole: Map<string, Cue[]>;
  readonly beginnings: Map<string, Cue[]>;
  readonly loose: Map<string, Cue[]>;
}

const SHORTEST_BEGINNING = 2;
const indexes = new Map<string, CueIndex>();

/** Every cue of a language that a text holds; none where the language has none. */
export function cuesIn(tokens: readonly Token[], language: string): readonly Found[] {
  const index = indexOf(language);
  if (index === null) return [];
  return tokens.flatMap((token, from) =>
    candidates(index, token)
      .filter(({ rest }) => rest.every((word, after) => fits(word, tokens[from + 1 + after])))
      .map(({ rest, ...cue }) => ({ ...cue, from, to: from + 1 + rest.length })),
  );
}

function indexOf(language: string): CueIndex | null {
  const table = TABLES.get(language);
  if (table === undefined) return null;
  const index = indexes.get(language) ?? indexed(table);
  indexes.set(language, index);
  return index;
}

function indexed(table: CueTable): CueIndex {
  const index: CueIndex = { whole: new Map(), beginnings: new Map(), loose: new Map() };
  for (const [kind, byWeight] of Object.entries(table)) {
    for (const [weight, lists] of Object.entries(byWeight)) {
      for (const cue of lists.flatMap((list) => list.split(', '))) {
        addCue(index, { cue, kind, weight: Number(weight) });
      }
    }
  }
  return index;
}

function addCue({ whole, beginnings, loose }: CueIndex, cue: Omit<Cue, 'rest'>): void {
  const [first, ...rest] = wordsOf(cue.cue);
  if (first === undefined) return;
  const stem = first.replaceAll('*', '');
  const [shelf, word] = first.startsWith('*')
    ? [loose, first]
    : first.endsWith('*')
      ? [beginnings, stem]
      : [whole, first];
  shelf.set(word, [...(shelf.get(word) ?? []), { ...cue, rest }]);
}

function wordsOf(written: string): readonly string[] {
  return (written.match(/#\w+|[\p{L}\p{M}\p{N}*]+|[?!.:;]/gu) ?? []).map((word) =>
    word.startsWith('#') ? word : fold(word),
  );
}

function candidates({ whole, beginnings, loose }: CueIndex, { form, signs }: Token): readonly Cue[] {
  const found = [form, ...signs].flatMap((word) => whole.get(word) ?? []);
  for (let length = SHORTEST_BEGINNING; length <= form.length; length++) {
    found.push(...(beginnings.get(form.slice(0, length)) ?? []));
  }
  for (const [word, cues] of loose) if (matches(word, form)) found.push(...cues);
  return found;
}

function fits(word: string, token: Token | undefined): boolean {
  return token !== undefined && (token.signs.includes(word) || matches(word, token.form));
}

function matches(word: string, form: string): boolean {
  const open = word.startsWith('*');
  const stem = word.replaceAll('*', '');
  if (open && word.endsWith('*')) return form.includes(stem);
  if (open) return form.endsWith(stem) && form !== stem;
  return word.endsWith('*') ? form.startsWith(stem) : form === stem;
}
