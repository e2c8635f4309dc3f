import fc from 'fast-check';
import { expect } from 'vitest';
import { tidy } from '@/utils/practice/tidy';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';
import { must } from '../../support/outbox-world';
import { aPractice, references, sendable } from '../../support/practices';
import { kitCase } from './case';
import type { Person } from './person';
import type { Specimen } from './specimen';

const isLong = process.env.DEELGENOOT_LONG === '1';
const HOSTILE = HOSTILE_TEXTS.filter((text, n) => text.trim() !== '' && (isLong || n % 8 === 0 || n > 450));

/** `read(render(p)) = tidy(p)`, whatever the platform makes of the text. */
export function readsBack(specimen: Specimen): void {
  kitCase(
    specimen,
    'a practice is read back as it was written',
    async (person) => {
      const each = fc.asyncProperty(sendable, references, async (practice, reference) => {
        fc.pre(isShort(person, person.textOf(practice, reference)));
        expect(await throughIt(person, practice, reference)).toEqual({ practice: tidy(practice), reference });
      });
      await fc.assert(each, { numRuns: isLong ? 1_000 : 40, seed: 1 });
    },
    60_000,
  );

  kitCase(specimen, 'hostile texts come back as text', async (person) => {
    for (const [n, text] of HOSTILE.entries()) {
      const practice = aPractice({ title: `Titel ${n}`, did: text.replaceAll('\0', ''), topics: [] });
      const reference = `DG-HHHH-${1000 + n}`;
      expect(await throughIt(person, practice, reference)).toEqual({ practice: tidy(practice), reference });
    }
  });
}

/** Sends it, and reads what stands there then. */
async function throughIt(person: Person, practice: Parameters<Person['textOf']>[0], reference: string) {
  person.now += 60_000;
  must(await person.say(person.textOf(practice, reference)));
  const [post] = await person.found(reference, person.now - 1_000);
  return person.readBack(post?.text ?? '');
}

function isShort({ community }: Person, text: string): boolean {
  return text.length < community.maxCharacters / 4;
}
