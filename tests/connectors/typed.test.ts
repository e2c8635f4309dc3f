import { expect, test } from 'vitest';
import { signIn } from '@/utils/community/auth/connect';
import { namedIn } from '@/utils/community/basic';
import { createPerform } from '@/utils/community/store';
import { succeed } from '@/utils/kernel/result';
import { aDatabase, must, START } from '../support/outbox-world';
import { SPECIMENS } from './specimens';

const ADDRESSES: Readonly<Record<string, string>> = {
  teams: 'https://teams.microsoft.com',
  sharepoint: 'https://contoso.sharepoint.com/sites/archief',
};
const typable = SPECIMENS.filter(({ platform }) => platform.signsIn.includes('token'));

test.each(typable.map((specimen) => [specimen.platform.title, specimen] as const))(
  'who types what %s wants is connected, and known there',
  async (_, { platform, account, create }) => {
    const clock = () => START;
    const [db, fake] = [aDatabase(), create(clock)];
    const http = async (request: Parameters<typeof fake.answer>[0]) => succeed(fake.answer(request));
    const window = { redirectUri: 'https://abc.chromiumapp.org/', launch: async () => null };
    const pending = { read: async () => ({}), change: async () => ({}) };
    const typed = namedIn(account.token) ?? { secret: account.token };
    const address = ADDRESSES[platform.id] ?? account.base;
    const signing = must(
      await signIn({ db, http, clock, window, pending }, { address, scope: 'own', way: 'token', ...typed }),
    );
    if (!('community' in signing)) throw new Error('It waits');
    expect(signing.community).toMatchObject({ connector: platform.id, signedInBy: 'token' });
    const me = must(await createPerform(db, http, clock)(signing.community, { verb: 'me' }));
    expect(me.id).toBe(signing.community.accountId);
  },
);
