import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { makeSecret } from '@/server/auth/secrets';
import { addInvitation } from '@/server/store/invitations';
import { secureBytes } from '@/utils/kernel/random';
import { joins, linkIn, operating, works } from './operator';
import { aMember, aServer, get, ORIGIN, PASSWORD, post } from './support';
import { Visitor } from './visitor';

describe('invite', () => {
  test('makes a link beside the running server, for as many people and days as was said', async () => {
    const server = await aServer();
    const { done, text } = await operating(
      server,
      'invite',
      '--uses',
      '2',
      '--days',
      '3',
      '--origin',
      ORIGIN,
    );
    expect(done).toBe(true);
    expect(text).toMatch(/^Uitnodiging \d{18}, voor 2 leden, tot 27 nov 2026/);
    expect(text).toContain(`\n${ORIGIN}${linkIn(text)}`);
    expect(text).not.toContain('--origin');
    for (const handle of ['joris', 'mia']) {
      expect(await joins(server, linkIn(text), handle)).toBe(true);
    }
    expect(await works(server, linkIn(text))).toBe(false);
    const late = await operating(server, 'invite', '--days', '3', '--port', '8700');
    server.time.now += 3 * 86_400_000;
    expect(await works(server, linkIn(late.text))).toBe(false);
  });

  test('a coordinator by one link that works once; says that nobody told it the address', async () => {
    const server = await aServer();
    const { text } = await operating(server, 'invite', '--coordinator');
    expect(text).toContain('voor 1 coördinator');
    expect(text).toContain('geef dan hun adres met --origin');
    await joins(server, linkIn(text), 'joris');
    expect((await operating(server, 'members')).text).toMatch(/@joris +Joris +coördinator/);
  });

  test('lists what still works, without its secrets', async () => {
    const server = await aServer();
    expect((await operating(server, 'invite', '--list')).text).toBe('Er is geen uitnodiging die nog werkt.');
    const { text } = await operating(server, 'invite', '--uses', '2');
    await joins(server, linkIn(text), 'joris');
    const list = (await operating(server, 'invite', '--list')).text;
    expect(list).toMatch(/^uitnodiging +rol +van +nog +tot\n\d{18} +lid +– +1\/2 +8 dec 2026/);
    expect(list).not.toContain(linkIn(text).split('/').at(-1));
  });

  test.each([
    [['invite', '--uses', '0'], 'Geef met --uses een geheel getal van 1 tot 1000.'],
    [['invite', '--days', '1.5'], 'Geef met --days een geheel getal van 1 tot 365.'],
    [['invite', '--use', '3'], 'invite [--coordinator] [--uses N] [--days N] | invite --list'],
    [['invite', 'anna'], 'Gebruik: npm run server -- invite'],
    [['revoke'], 'Gebruik: npm run server -- revoke @NAME | revoke LINK'],
    [['members', '--language', 'xx'], 'In de taal “xx” zijn er geen woorden.'],
    [['members', '--port', 'tachtig'], '“tachtig” is geen poort'],
    [['invite', '--origin', 'http://community.example'], 'Geef met --origin het adres'],
    [['uitnodigen'], '“uitnodigen” is geen opdracht. Kies uit: invite, revoke, reset, members'],
    [['toString'], '“toString” is geen opdracht.'],
    [['reset', '@niemand'], 'Niemand heeft hier de gebruikersnaam @niemand.'],
    [['revoke', '123'], 'Geen uitnodiging die nog werkt heet zo.'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const server = await aServer();
    const { done, text } = await operating(server, ...args);
    expect(done).toBe(false);
    expect(text).toContain(sentence);
    expect(text).not.toContain('\n');
  });
});

describe('members', () => {
  test('lists who joined and when each posted last; a withdrawn post and a place do not count', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    server.time.now += 86_400_000;
    await aMember(server, 'joris');
    const { body } = await post(server, anna.token, 'Gedeeld');
    server.time.now += 86_400_000;
    const { body: late } = await post(server, anna.token, 'Later ingetrokken');
    await server.request(`/api/v1/statuses/${late.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${anna.token}` },
    });
    await aPlace(server, 'archief');
    const { text } = await operating(server, 'members');
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^gebruikersnaam +naam +rol +lid sinds +laatste bericht$/),
      expect.stringMatching(/^@anna +anna +lid +2026-11-24 +2026-11-25$/),
      expect.stringMatching(/^@joris +joris +lid +2026-11-25 +–$/),
      '2 leden',
    ]);
    const json = JSON.parse((await operating(server, 'members', '--json')).text) as unknown[];
    expect(json[0]).toEqual({
      handle: 'anna',
      display_name: 'anna',
      role: 'member',
      joined_at: '2026-11-24T10:00:00.000Z',
      last_post_at: '2026-11-25T10:00:00.000Z',
      can_sign_in: true,
    });
    expect(body.id).toMatch(/^\d{18}$/);
  });

  test("a member's name cannot steer the terminal", async () => {
    const server = await aServer();
    const { text: link } = await operating(server, 'invite');
    const displayName = 'Jo\u001b[2J\u202eris';
    await joins(server, linkIn(link), 'joris', displayName);
    expect((await operating(server, 'members')).text).toContain('Jo[2Jris');
  });
});

describe('revoke', () => {
  test('takes every way in of a member away; account and posts stay', async () => {
    const server = await aServer();
    const anna = await aMember(server);
    const joris = await aMember(server, 'joris');
    const { body } = await post(server, anna.token, 'Dit blijft staan');
    const browser = new Visitor(server);
    await browser.signIn('anna', PASSWORD);
    const secret = makeSecret(secureBytes);
    const [invitedBy, invitation] = [anna.account.id, `/invitation/${secret}`];
    await addInvitation(server.store(), { secret, invitedBy, role: 'member', uses: 3, expiresAt: null });
    expect(await works(server, invitation)).toBe(true);
    const reset = linkIn((await operating(server, 'reset', '@anna')).text);

    const { done, text } = await operating(server, 'revoke', '@Anna');
    expect(done).toBe(true);
    expect(text).toContain('@anna komt er niet meer in.');
    expect(text).toContain('sessies (1), toepassingen (1), open uitnodigingen (1)');

    expect((await get(server, anna.token, '/api/v1/accounts/verify_credentials')).status).toBe(401);
    expect((await browser.open('/')).status).toBe(302);
    expect((await new Visitor(server).signIn('anna', PASSWORD)).status).toBe(422);
    for (const path of [invitation, reset]) expect(await works(server, path)).toBe(false);
    expect((await get(server, joris.token, `/api/v1/statuses/${body.id}`)).status).toBe(200);
    expect((await operating(server, 'members')).text).toMatch(/@anna +anna +lid \(zonder toegang\)/);
    expect((await operating(server, 'members')).text).toMatch(/@joris +joris +lid +2026/);
  });

  test('ends one invitation, by its name in the list or by the link itself, once', async () => {
    const server = await aServer();
    const made = [(await operating(server, 'invite')).text, (await operating(server, 'invite')).text];
    const [first = '', second = ''] = made;
    const id = /\d{18}/.exec(first)?.[0] ?? '';
    expect((await operating(server, 'revoke', id)).text).toContain('Die uitnodiging werkt niet meer.');
    expect((await operating(server, 'revoke', id)).done).toBe(false);
    expect(await works(server, linkIn(first))).toBe(false);
    expect(await works(server, linkIn(second))).toBe(true);
    expect((await operating(server, 'revoke', `${ORIGIN}${linkIn(second)}`)).done).toBe(true);
    expect(await works(server, linkIn(second))).toBe(false);
  });

  test('a place is no member', async () => {
    const server = await aServer();
    await aPlace(server, 'archief');
    for (const command of ['revoke', 'reset']) {
      const { done, text } = await operating(server, command, '@archief');
      expect([done, text]).toEqual([false, '@archief is een plaats, geen lid.']);
    }
  });
});

describe('data that this version cannot take as they are', () => {
  test('from a newer and from an older version: says what to do, and changes nothing', async () => {
    const server = await aServer();
    const { db } = server.store();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
    expect(await operating(server, 'invite')).toEqual({
      done: false,
      text: 'De gegevens zijn van een nieuwere versie van dit programma. Gebruik die versie.',
    });
    await sql`delete from kysely_migration where name <> '0001-first'`.execute(db);
    const { done, text } = await operating(server, 'members');
    expect(done).toBe(false);
    expect(text).toContain('van een oudere versie. Start eerst de server');
    const { rows } = await sql`select name from kysely_migration`.execute(db);
    expect(rows).toEqual([{ name: '0001-first' }]);
  });
});

async function aPlace(server: Awaited<ReturnType<typeof aServer>>, handle: string): Promise<void> {
  const { db, communityId: community_id, newId } = server.store();
  const [id, created_at] = [newId(), new Date(server.time.now).toISOString()];
  await db
    .insertInto('accounts')
    .values({ community_id, id, handle, display_name: handle, role: 'member', created_at })
    .execute();
  await db
    .insertInto('places')
    .values({ community_id, account_id: id, about: '', locked: 0, created_by: null, created_at })
    .execute();
}
