import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inviteCoordinator } from '@/server/coordinator-link';
import { DAY_MS } from '@/utils/kernel/clock';
import { anInvitation } from './an-invitation';
import { aMember, aServer, ORIGIN, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const ANNA = { displayName: 'Anna de Wit', handle: 'anna', password: PASSWORD };

async function coordinatorPath(server: Server): Promise<string> {
  const made = await inviteCoordinator(server.store(), server.folder, ORIGIN);
  const invitation = made.ok ? made.value : null;
  return new URL(invitation?.link ?? '').pathname;
}

describe("the coordinator's link", () => {
  test('works once, makes a coordinator who is signed in, and its file goes', async () => {
    const server = await aServer();
    const path = await coordinatorPath(server);
    const file = join(server.folder, 'coordinator-link.txt');
    expect(readFileSync(file, 'utf8')).toBe(`${ORIGIN}${path}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const visitor = new Visitor(server);
    const joined = await visitor.fillIn(`${path}/join`, ANNA);
    expect(joined.headers.get('location')).toBe('/welcome');
    expect(await (await visitor.open('/')).text()).toContain('Anna de Wit');
    expect(await server.store().db.selectFrom('accounts').select('role').execute()).toEqual([
      { role: 'coordinator' },
    ]);
    expect(existsSync(file)).toBe(false);
    expect((await new Visitor(server).open(path)).status).toBe(410);
    const again = await new Visitor(server).send(`${path}/join`, { ...ANNA, handle: 'joris' });
    expect(again.status).toBe(410);
    expect(await inviteCoordinator(server.store(), server.folder, ORIGIN)).toEqual({ ok: true, value: null });
  });

  test('of an earlier start works no longer', async () => {
    const server = await aServer();
    const first = await coordinatorPath(server);
    const second = await coordinatorPath(server);
    expect((await new Visitor(server).open(first)).status).toBe(404);
    expect((await new Visitor(server).open(second)).status).toBe(200);
  });

  test('makes one coordinator, also when two use it at once', async () => {
    const server = await aServer();
    const path = await coordinatorPath(server);
    const joined = await Promise.all(
      ['anna', 'joris', 'mia'].map((handle) => new Visitor(server).send(`${path}/join`, { ...ANNA, handle })),
    );
    expect(joined.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  });
});

describe('joining', () => {
  test.each([
    ['no name', { displayName: ' ' }, 'Vul je naam in'],
    ['a handle with spaces', { handle: 'anna de wit' }, 'Kies een gebruikersnaam'],
    ['a short password', { password: 'kort' }, 'minstens 10 tekens'],
    ['a handle that somebody has', { handle: 'Joris' }, 'al van iemand anders'],
  ])(
    'with %s is refused with a reason; what was filled in stays and so does the invitation',
    async (_what, changes, reason) => {
      const server = await aServer();
      const path = `${await coordinatorPath(server)}/join`;
      await aMember(server, 'joris');
      const visitor = new Visitor(server);
      const answer = await visitor.fillIn(path, { ...ANNA, ...changes });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(reason);
      expect(page).not.toContain(PASSWORD);
      expect((await visitor.fillIn(path, ANNA)).status).toBe(303);
    },
  );
});

describe('opening a link', () => {
  test('shows three whole practices before anything is asked; the form comes after', async () => {
    const { server, path } = await anInvitation();
    const guest = new Visitor(server);
    const opened = await guest.open(path);
    expect(opened.status).toBe(200);
    const page = await opened.text();
    expect(page).toContain('<h1>anna nodigt je uit in Proef</h1>');
    expect(page.match(/<article/g)).toHaveLength(3);
    for (const part of ['Wat ik deed', 'Ik heb de mappen per zaak geordend.', 'Waarom', 'Pagina'])
      expect(page).toContain(part);
    expect(page).not.toMatch(/<input|<textarea|method="post"/);
    const form = await (await guest.open(/href="([^"]+\/join)"/.exec(page)?.[1] ?? '')).text();
    expect(form).toMatch(/<input[^>]*name="handle"/);
    const joined = await guest.fillIn(`${path}/join`, { ...ANNA, handle: 'nieuw' });
    expect(joined.headers.get('location')).toBe('/welcome');
    const welcome = await (await guest.open('/welcome')).text();
    expect(welcome).toContain('Je bent erbij, Anna de Wit');
    expect(welcome).toMatch(new RegExp(`<textarea[^>]*readonly[^>]*>${ORIGIN}</textarea>`));
  });

  test('speaks the language that is chosen, and keeps the link', async () => {
    const { server, path } = await anInvitation();
    const guest = new Visitor(server);
    const switched = await guest.open(`${path}?taal=en`);
    expect(await switched.text()).toContain('anna invites you to Proef');
    expect(await (await guest.open(`${path}/join`)).text()).toContain('<html lang="en">');
  });

  test('lets nothing else be read, and no link in it leads past sign-in', async () => {
    const { server, path } = await anInvitation();
    const guest = new Visitor(server);
    const page = await (await guest.open(path)).text();
    const inside = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
    const open = /^\/(assets\/|invitation\/)|^\/$/;
    expect(inside.filter((href) => !open.test(href))).toEqual([]);
    expect(page).not.toContain(`${ORIGIN}/@`);
    for (const closed of ['/', '/@anna', '/invitations', '/welcome'])
      expect((await guest.open(closed)).headers.get('location')).toMatch(/^\/sign-in/);
  });

  test('of a member who is one already shows what a colleague will see, and no form', async () => {
    const { path, anna } = await anInvitation();
    const page = await (await anna.open(path)).text();
    expect(page).toContain('Je bent al lid');
    expect(page).not.toContain(`${path}/join"`);
  });

  test('at the start, with little to read, says so', async () => {
    const server = await aServer();
    const page = await (await new Visitor(server).open(await coordinatorPath(server))).text();
    expect(page).toContain('Welkom bij Proef');
    expect(page).toContain('De community begint net');
    expect(page).toContain('/join"');
  });

  test.each([
    ['expired', 'verlopen'],
    ['revoked', 'ingetrokken'],
    ['used', 'opgebruikt'],
  ])('that is %s says so and whom to ask, and shows nothing', async (state, words) => {
    const { server, path, anna } = await anInvitation({ uses: '1' });
    if (state === 'expired') server.time.now += 14 * DAY_MS;
    if (state === 'revoked') await anna.fillIn('/invitations', {}, /\/revoke$/);
    if (state === 'used') await new Visitor(server).fillIn(`${path}/join`, { ...ANNA, handle: 'eerste' });
    for (const address of [path, `${path}/join`]) {
      const closed = await new Visitor(server).open(address);
      expect(closed.status).toBe(410);
      const page = await closed.text();
      expect(page).toContain(words);
      expect(page).toContain('Vraag anna om een nieuwe link.');
      expect(page).not.toContain('<article');
    }
    const late = await new Visitor(server).send(`${path}/join`, { ...ANNA, handle: 'te_laat' });
    expect(late.status).toBe(410);
  });

  test('that nobody made is a page that is not there', async () => {
    const server = await aServer();
    const path = `/invitation/${'x'.repeat(43)}`;
    for (const address of [path, `${path}/join`])
      expect((await new Visitor(server).open(address)).status).toBe(404);
    expect((await new Visitor(server).send(`${path}/join`, ANNA)).status).toBe(404);
  });
});

test('as many join as a link has uses, also when more come at once', async () => {
  const { server, path } = await anInvitation({ uses: '10' });
  const handles = Array.from({ length: 14 }, (_, n) => `lid_${n}`);
  const answers = await Promise.all(
    handles.map((handle) => new Visitor(server).send(`${path}/join`, { ...ANNA, handle })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(10).fill(303), ...Array(4).fill(410)]);
  const { store } = server;
  const [{ uses_left } = { uses_left: -1 }] = await store()
    .db.selectFrom('invitations')
    .selectAll()
    .execute();
  expect(uses_left).toBe(0);
  const joined = await store()
    .db.selectFrom('accounts')
    .where('handle', 'like', 'lid%')
    .selectAll()
    .execute();
  expect(joined).toHaveLength(10);
});

test('a handle that two take at once goes to one, and costs one use', async () => {
  const { server, path } = await anInvitation({ uses: '10' });
  const answers = await Promise.all(
    [1, 2, 3].map(() => new Visitor(server).send(`${path}/join`, { ...ANNA, handle: 'zelfde' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  const [invitation] = await server.store().db.selectFrom('invitations').selectAll().execute();
  expect(invitation?.uses_left).toBe(9);
});
