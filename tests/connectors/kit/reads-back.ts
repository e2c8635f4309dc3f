import fc from 'fast-check';
import { expect } from 'vitest';
import type { Practice } from '@/utils/practice/practice';
import { tidy } from '@/utils/practice/tidy';
import { isReply } from '@/utils/practice/words';
import { HOSTILE_TEXTS } from '../../support/hostile-texts';
import { must } from '../../support/outbox-world';
import { references, sendable } from '../../support/practices';
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
        const kept = standing(person, practice);
        fc.pre(isShort(person, person.textOf(kept, reference)));
        expect(await throughIt(person, kept, reference)).toEqual({ practice: tidy(kept), reference });
      });
      await fc.assert(each, { numRuns: isLong ? 1_000 : 40, seed: 1 });
    },
    60_000,
  );

  kitCase(specimen, 'hostile texts come back as text', async (person) => {
    for (const [n, text] of HOSTILE.entries()) {
      const practice = person.practice({ title: `Titel ${n}`, did: text.replaceAll('\0', ''), topics: [] });
      const reference = `DG-HHHH-${1000 + n}`;
      expect(await throughIt(person, practice, reference)).toEqual({ practice: tidy(practice), reference });
    }
  });
}

/** As it may stand there: on pages stand conclusions. */
function standing({ community }: Person, practice: Practice): Practice {
  return community.kind === 'page' ? { ...practice, kind: 'conclusion' } : practice;
}

/** Sends it, a reply under a post, and reads what stands there then. */
async function throughIt(person: Person, practice: Practice, reference: string) {
  const under = isReply(practice) ? must(await person.say(person.textOf(person.practice()))).ref.id : null;
  person.now += 60_000;
  must(await person.say(person.textOf(practice, reference), under === null ? {} : { replyTo: under }));
  const [post] = await person.found(
    reference,
    person.now - 1_000,
    under === null ? {} : { answersId: under },
  );
  return person.readBack(post?.text ?? '');
}

function isShort({ community }: Person, text: string): boolean {
  return text.length < community.maxCharacters / 4;
}
