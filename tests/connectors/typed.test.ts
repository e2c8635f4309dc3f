import { describe, expect, test } from 'vitest';
import { grantOfTyped } from '@/utils/community/auth/by-hand';
import { look, signIn } from '@/utils/community/auth/connect';
import { namedIn } from '@/utils/community/basic';
import { PLATFORMS } from '@/utils/community/register';
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

test('who has no token at DokuWiki is told that name and password will do', async () => {
  const specimen = SPECIMENS.find(({ platform }) => platform.id === 'dokuwiki');
  if (specimen === undefined) throw new Error('No such platform');
  const { account, create, platform } = specimen;
  const fake = create(() => START);
  const http = async (request: Parameters<typeof fake.answer>[0]) => succeed(fake.answer(request));
  const window = { redirectUri: 'https://abc.chromiumapp.org/', launch: async () => null };
  const ports = { http, clock: () => START, window, platforms: [platform] };
  const { ways } = must(await look(ports, account.base));
  expect(ways.find(({ way }) => way === 'token')).toMatchObject({ takesName: true, takesPassword: true });
});

const AT = 'https://house.example';
const typedAt = PLATFORMS.filter(({ signsIn }) => signsIn.includes('token'));

describe.each(typedAt.map((platform) => [platform.title, platform] as const))(
  'typed at %s',
  (_, platform) => {
    const found = { platform, base: AT, origin: AT, name: '', version: '' };

    test('a name and a secret sign somebody in', () => {
      const { signedIn } = must(grantOfTyped(found, { name: 'ann', secret: 'abcd1234efgh5678' }));
      expect(signedIn.token).toMatch(/^[\x20-\x7e]+$/u);
    });

    test('no header is split by what was typed', () => {
      const odd = 'a b\nc: d';
      const granted = [{ secret: odd }, { name: 'x\r\ny: z', secret: 'abcd' }].map((typed) =>
        grantOfTyped(found, typed),
      );
      for (const one of granted) if (one.ok) expect(one.value.signedIn.token).not.toMatch(/[^\x20-\x7e]/u);
    });
  },
);
