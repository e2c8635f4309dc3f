import type { PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { anAccount } from '../../support/accounts';
import { type Fake, json, type KeptPost, type Specimen } from '../kit/specimen';
import { pinboard } from './platform';

const ORIGIN = 'https://pinboard.example';
const ANN = { id: '1', login: 'ann', name: 'Ann' };
const BEN = { id: '2', login: 'ben', name: 'Ben' };
const GONE = json(404, { error: 'No such note' });
const PER_PAGE = 20;

interface Note extends KeptPost {
  text: string;
  readonly by: typeof ANN;
  readonly at: string;
  readonly answers: string | null;
  readonly thankedBy: Set<string>;
}

/** A pinboard as its documentation has it, were there one. */
class FakePinboard implements Fake {
  private notes: Note[] = [];
  private made = 0;

  constructor(private readonly clock: Clock) {}

  posts(): readonly KeptPost[] {
    return this.notes;
  }

  readonly reply = (id: string, text: string): void => void this.keep(BEN, text, id);
  readonly thank = (id: string): void => void this.note(id)?.thankedBy.add(BEN.id);

  answer({ method, url, headers, body }: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(url);
    const [, , kind, id = '', below] = pathname.split('/');
    if (kind === 'about')
      return json(200, { product: 'pinboard', name: 'Prikbord', version: '1.0', longest: 5_000 });
    if (headers.authorization !== 'Bearer secret') return json(401, { error: 'Who are you?' });
    if (kind === 'me') return json(200, ANN);
    const asked = JSON.parse(body ?? '{}');
    if (method === 'POST') return json(201, this.shown(this.keep(ANN, asked.text, asked.answers)));
    if (id === '') return this.page(searchParams);
    const note = this.note(id);
    if (note === undefined) return GONE;
    if (below === 'replies') return this.list(this.notes.filter(({ answers }) => answers === id));
    if (below === 'thanks') note.thankedBy[method === 'PUT' ? 'add' : 'delete'](ANN.id);
    else if (method === 'DELETE') this.notes = this.notes.filter((one) => one !== note);
    else note.text = asked.text;
    return json(200, this.shown(note));
  }

  private keep(by: typeof ANN, text: string, answers: string | null): Note {
    this.made += 1;
    const id = String(10_000_000_000_000_000n + BigInt(this.made)); // beyond 2^53, as many platforms have them
    const note = {
      id,
      by,
      text,
      answers,
      at: new Date(this.clock()).toISOString(),
      thankedBy: new Set<string>(),
    };
    this.notes.push(note);
    return note;
  }

  private note(id: string): Note | undefined {
    return this.notes.find((one) => one.id === id);
  }

  private page(query: URLSearchParams): PlainResponse {
    const by = query.get('by');
    const before = query.get('before');
    const older = this.notes.filter((one) => (by ?? one.by.id) === one.by.id && (!before || one.id < before));
    const shown = older.slice(-PER_PAGE).reverse();
    return this.list(shown, older.length > PER_PAGE ? (shown.at(-1)?.id ?? null) : null);
  }

  private list(notes: readonly Note[], older: string | null = null): PlainResponse {
    return json(200, { notes: notes.map((note) => this.shown(note)), older });
  }

  private shown({ thankedBy, ...note }: Note) {
    const replies = this.notes.filter(({ answers }) => answers === note.id).length;
    return { ...note, thanks: thankedBy.size, thanked: thankedBy.has(ANN.id), replies };
  }
}

export const PINBOARD: Specimen = {
  platform: pinboard,
  evidence: 'nothing: it was made up to show how a connector is written',
  account: anAccount(ORIGIN, { member: null }),
  placeId: null,
  create: (clock) => new FakePinboard(clock),
  signedOut: json(401, { error: 'Who are you?' }),
  limited: { answer: json(429, { error: 'Slower' }, { 'retry-after': '60' }), afterMs: 60_000 },
  refusals: [
    {
      what: 'too long',
      answer: json(422, { error: 'Too long: maximum 5000' }),
      means: { kind: 'too-long', max: 5_000 },
    },
    {
      what: 'not allowed',
      answer: json(403, { error: 'Only editors pin' }),
      means: { kind: 'auth', why: 'forbidden' },
    },
    { what: 'what it answers is gone', answer: GONE, means: { kind: 'gone' } },
  ],
};
