import type { Operation } from '@/utils/community/connector';
import { discourse } from '@/utils/community/connectors/discourse/platform';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { START } from '../../support/outbox-world';
import { BASE, FakeDiscourse } from './fake';
import { ANN, type SiteChoices } from './forum';
import { DISCOURSE, LENIENT } from './specimen';

export const account = { ...DISCOURSE.account, member: { id: String(ANN.id), handle: ANN.username } };
export const TEXT = 'Zo kies ik wat blijft\n\nWat ik deed: Gekozen.\n\nRef. DG-7F3K-2Q9D';
export const send = {
  verb: 'send',
  text: TEXT,
  format: 'markdown',
  language: 'nl',
  audience: 'members',
  placeId: '5',
  key: 'k',
} as const;

/** A forum, how one asks it, and what was asked. */
export function aForum(choices: Partial<SiteChoices> = {}) {
  let now = START;
  const fake = new FakeDiscourse(() => now, { ...LENIENT, ...choices });
  const asked: string[] = [];
  const ask = <V extends Operation['verb']>(operation: Extract<Operation, { verb: V }>, as = account) =>
    performWith<V>(
      discourse.connector(() => now),
      as,
      operation,
      async (request) => {
        asked.push(`${request.method} ${request.url.replace(BASE, '')}`);
        return succeed(fake.answer(request));
      },
    );
  const pass = (ms: number): void => {
    now += ms;
  };
  return { fake, ask, asked, pass };
}
