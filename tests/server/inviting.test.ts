import { describe, expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { LANGUAGES, ownName } from '@/utils/language/languages';
import { anInvitation, anInviter, linkFrom, postPractice } from './an-invitation';
import { aMember, aServer, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const NEW = { displayName: 'Nieuw', password: PASSWORD };

async function signedIn(server: Server, handle: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(handle, PASSWORD);
  return visitor;
}

async function makeCoordinator(server: Server, handle: string): Promise<void> {
  await server
    .store()
    .db.updateTable('accounts')
    .set({ role: 'coordinator' })
    .where('handle', '=', handle)
    .execute();
}

/** A practice that was public when it was written, in a place that was closed since. */
async function postInClosedPlace(server: Server, token: string): Promise<void> {
  const { db, communityId: community_id } = server.store();
  const id = await postPractice(server, token);
  const { account } = await aMember(server, 'archief');
  const times = { created_by: null, created_at: account.created_at };
  await db
    .insertInto('places')
    .values({ community_id, account_id: account.id, about: '', locked: 1, ...times })
    .execute();
  await db.updateTable('statuses').set({ place_id: account.id }).where('id', '=', id).execute();
}

describe('a new link', () => {
  test('comes with a text in every language, and plain links to share it', async () => {
    const { anna } = await anInviter();
    const page = await (await anna.fillIn('/invitations', { days: '30', uses: '1' })).text();
    const link = /http:\/\/127\.0\.0\.1:8700\/invitation\/[\w-]{43}/.exec(page)?.[0] ?? '';
    expect(page).toMatch(new RegExp(`<textarea id="link"[^>]*readonly[^>]*>${link}</textarea>`));
    for (const language of LANGUAGES) {
      expect(page).toContain(`<summary lang="${language}">${ownName(language)}</summary>`);
      const text = new RegExp(`<textarea id="message-${language}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? '';
      expect(text).toContain(link);
      expect(text).toContain('anna');
      expect(text).toContain('Proef');
      expect(text).toContain('2026');
    }
    expect(page.match(/<details open/g)).toHaveLength(1);
    const encoded = encodeURIComponent(link);
    expect(page).toContain(`href="https://www.facebook.com/sharer/sharer.php?u=${encoded}"`);
    expect(page).toContain(`href="https://www.linkedin.com/sharing/share-offsite/?url=${encoded}"`);
    expect(page).toContain(`href="https://teams.microsoft.com/share?href=${encoded}&amp;msgText=`);
    expect(page).toContain('href="https://wa.me/?text=');
    expect(page).toContain(`href="mailto:?subject=Lees%20je%20mee%20in%20Proef%3F&amp;body=`);
    const away = [...page.matchAll(/<a href="https:[^>]*>/g)].map(([tag]) => tag);
    expect(away.filter((tag) => !tag.includes('target="_blank" rel="noopener noreferrer"'))).toEqual([]);
    expect(page).not.toMatch(/<script|<iframe|<img/);
  });

  test('is shown once: the list and the data hold no secret', async () => {
    const { server, anna, path } = await anInvitation();
    const page = await (await anna.open('/invitations')).text();
    expect(page).toContain('0 van 10 gebruikt');
    expect(page).not.toContain('/invitation/');
    const rows = JSON.stringify(await server.store().db.selectFrom('invitations').selectAll().execute());
    expect(rows).not.toContain(path.split('/').at(-1));
  });

  test('works as long as was chosen', async () => {
    const { server, anna } = await anInviter();
    const path = await linkFrom(anna, { days: '7' });
    server.time.now += 7 * DAY_MS - 1;
    expect((await new Visitor(server).open(path)).status).toBe(200);
    server.time.now += 1;
    expect((await new Visitor(server).open(path)).status).toBe(410);
    expect(await (await anna.open('/invitations')).text()).toContain('Verlopen');
  });

  test('for a time or number that is not offered is one that most need', async () => {
    const { server, anna } = await anInviter();
    await linkFrom(anna, { days: '9999', uses: '-1' });
    const [made] = await server.store().db.selectFrom('invitations').selectAll().execute();
    expect(made).toMatchObject({
      uses: 10,
      expires_at: new Date(server.time.now + 14 * DAY_MS).toISOString(),
    });
  });
});

describe('the list', () => {
  test('counts who joined, and ends a link', async () => {
    const { server, anna, path } = await anInvitation();
    for (const handle of ['een', 'twee'])
      await new Visitor(server).fillIn(`${path}/join`, { ...NEW, handle });
    expect(await (await anna.open('/invitations')).text()).toContain('2 van 10 gebruikt');
    const ended = await anna.fillIn('/invitations', {}, /\/revoke$/);
    expect(ended.headers.get('location')).toBe('/invitations');
    const page = await (await anna.open('/invitations')).text();
    expect(page).toContain('Ingetrokken');
    expect(page).not.toContain('/revoke');
    const accounts = await server.store().db.selectFrom('accounts').select('role').distinct().execute();
    expect(accounts).toEqual([{ role: 'member' }]);
  });

  test('shows a member the own links, the coordinator everybody’s; each ends what they see', async () => {
    const { server, anna, path } = await anInvitation();
    await aMember(server, 'joris');
    const joris = await signedIn(server, 'joris');
    const revoke =
      /\/invitations\/\d+\/revoke/.exec(await (await anna.open('/invitations')).text())?.[0] ?? '';
    const hisPage = await (await joris.open('/invitations')).text();
    expect(hisPage).toContain('Er zijn nog geen uitnodigingen.');
    const csrf = /name="csrf" value="([^"]+)"/.exec(hisPage)?.[1] ?? '';
    expect((await joris.send(revoke, { csrf })).status).toBe(404);
    expect((await new Visitor(server).open(path)).status).toBe(200);
    await makeCoordinator(server, 'joris');
    expect(await (await joris.open('/invitations')).text()).toContain('gemaakt door anna op');
    expect((await joris.send(revoke, { csrf })).status).toBe(303);
    expect((await new Visitor(server).open(path)).status).toBe(410);
  });

  test('is for members, and changes only by a form of ours', async () => {
    const { server, anna, path } = await anInvitation();
    expect((await new Visitor(server).open('/invitations')).headers.get('location')).toMatch(/^\/sign-in/);
    const forged = await anna.send('/invitations', { csrf: 'guessed', days: '7', uses: '1' });
    expect(await forged.text()).not.toContain('/invitation/');
    const revoke =
      /\/invitations\/\d+\/revoke/.exec(await (await anna.open('/invitations')).text())?.[0] ?? '';
    await anna.send(revoke, { csrf: 'guessed' });
    expect((await new Visitor(server).open(path)).status).toBe(200);
    expect((await new Visitor(server).send(revoke, { csrf: '' })).headers.get('location')).toBe('/sign-in');
  });
});

describe('members invite once there is something to read', () => {
  test('and until then read how much there is; the coordinator invites from the start', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    await aMember(server, 'kim');
    const anna = await signedIn(server, 'anna');
    await postPractice(server, token);
    await postPractice(server, token);
    const early = await (await anna.open('/invitations')).text();
    expect(early).toContain('er staan hier 2 praktijken en uitnodigen kan vanaf 3');
    expect(early).not.toContain('name="days"');
    const kim = await signedIn(server, 'kim');
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await kim.open('/')).text())?.[1] ?? '';
    expect(await (await kim.send('/invitations', { csrf })).text()).not.toContain('/invitation/');
    await makeCoordinator(server, 'kim');
    expect(await linkFrom(kim)).toMatch(/^\/invitation\//);
    await postPractice(server, token);
    expect(await linkFrom(anna)).toMatch(/^\/invitation\//);
  });

  test('only practices count that whoever comes may read', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const id = await postPractice(server, token);
    await postPractice(server, token, {}, { in_reply_to_id: id });
    await postPractice(server, token, {}, { visibility: 'private' });
    await postPractice(server, token, {}, { visibility: 'unlisted' });
    await postPractice(server, token, {}, { spoiler_text: 'Let op' });
    await postPractice(server, token, {}, { status: 'Zomaar iets over Ref. DG-1234-ABCD' });
    await postInClosedPlace(server, token);
    const gone = await postPractice(server, token);
    await server.request(`/api/v1/statuses/${gone}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    const anna = await signedIn(server, 'anna');
    expect(await (await anna.open('/invitations')).text()).toContain('er staat hier 1 praktijk ');
  });
});
