import { expect } from 'vitest';
import type { PlainResponse } from '@/utils/community/connector';
import { must } from '../../support/outbox-world';
import { kitCase } from './case';
import type { Person } from './person';
import type { Specimen } from './specimen';

type List = () => Promise<readonly unknown[]>;
type Path = readonly string[];

/** What may stand where something else is documented; undefined: nothing. */
const FOREIGN: readonly unknown[] = [null, { another: 'kind' }, undefined];
/** Itself, and what hangs below it. */
const MOST_LOST = 2;
/** Answers to several requests at once: where one is missing, all of them are asked again. */
const BATCH = 'responses';

/** Other versions, kin and plug-ins change fields: whatever one of a list lacks is its own loss. */
export function takesForeignFields(specimen: Specimen): void {
  kitCase(specimen, 'a field of another kind than documented costs its own post at most', async (person) => {
    const [first] = [await aPost(person, 'Een'), await aPost(person, 'Twee'), await aPost(person, 'Drie')];
    person.fake.reply?.(first, 'Dat doen wij ook zo.');
    for (const list of listsOf(person, first)) {
      const { whole, answers } = await recorded(person, list);
      for (const [at, { text }] of answers.entries()) {
        for (const path of pathsInLists(jsonOf(text))) {
          for (const value of FOREIGN) {
            const read = await withAnswer(person, at, changed(jsonOf(text), path, value), list);
            const what = `${path.join('.')} as ${JSON.stringify(value)}`;
            expect(read.length, what).toBeGreaterThanOrEqual(whole.length - MOST_LOST);
          }
        }
      }
    }
  });
}

async function aPost(person: Person, title: string): Promise<string> {
  return must(await person.say(person.textOf(person.practice({ title })))).ref.id;
}

/** Everything that is read as a list. */
function listsOf(person: Person, postId: string): readonly List[] {
  const { accountId, places } = person.community;
  const { placeId } = person.specimen;
  const find = { verb: 'find', marker: '', since: 0, placeId } as const;
  return [
    async () => must(await person.ask<'find'>({ ...find, authorId: accountId })).posts,
    async () => must(await person.ask<'find'>({ ...find, authorId: null })).posts,
    async () => must(await person.ask<'thread'>({ verb: 'thread', postId })).posts,
    ...(places === null
      ? []
      : [async () => must(await person.ask<'places'>({ verb: 'places', memberId: accountId }))]),
  ];
}

async function recorded(person: Person, list: List) {
  const answers: PlainResponse[] = [];
  const whole = await answeredBy(person, list, (answer) => {
    answers.push(answer);
    return answer;
  });
  return { whole, answers };
}

/** The list, where one of the answers that it takes is another. */
function withAnswer(person: Person, at: number, body: unknown, list: List) {
  const text = JSON.stringify(body);
  return answeredBy(person, list, (answer, nth) => (nth === at ? { ...answer, text } : answer));
}

async function answeredBy(
  { fake }: Person,
  list: List,
  change: (answer: PlainResponse, nth: number) => PlainResponse,
) {
  const plain = fake.answer;
  let nth = -1;
  fake.answer = (request) => {
    nth += 1;
    return change(plain.call(fake, request), nth);
  };
  try {
    return await list();
  } finally {
    fake.answer = plain;
  }
}

/** Every field of what stands in a list, and the things in it themselves. */
function pathsInLists(body: unknown, path: Path = [], inList = false): readonly Path[] {
  const here = inList ? [path] : [];
  if (typeof body !== 'object' || body === null) return here;
  const inside = Object.entries(body).filter(([name]) => name !== BATCH);
  return [
    ...here,
    ...inside.flatMap(([name, value]) => pathsInLists(value, [...path, name], inList || Array.isArray(body))),
  ];
}

function changed(body: unknown, [name = '', ...rest]: Path, value: unknown): unknown {
  const copy: Record<string, unknown> = Array.isArray(body) ? Object.assign([], body) : { ...Object(body) };
  copy[name] = rest.length === 0 ? value : changed(copy[name], rest, value);
  return copy;
}

/** Of what is no JSON nothing is changed here. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
