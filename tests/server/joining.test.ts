import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inviteCoordinator } from '@/server/coordinator-link';
import { aMember, aServer, ORIGIN, PASSWORD, type Server } from './support';
import { Visitor } from './visitor';

const ANNA = { displayName: 'Anna de Wit', handle: 'anna', password: PASSWORD };

async function coordinatorPath(server: Server): Promise<string> {
  const invitation = await inviteCoordinator(server.store(), server.folder, ORIGIN);
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
    const joined = await visitor.fillIn(path, ANNA);
    expect(joined.headers.get('location')).toBe('/');
    expect(await (await visitor.open('/')).text()).toContain('Anna de Wit');
    expect(await server.store().db.selectFrom('accounts').select('role').execute()).toEqual([
      { role: 'coordinator' },
    ]);
    expect(existsSync(file)).toBe(false);
    expect((await new Visitor(server).open(path)).status).toBe(404);
    expect((await new Visitor(server).send(path, { ...ANNA, handle: 'joris' })).status).toBe(404);
    expect(await inviteCoordinator(server.store(), server.folder, ORIGIN)).toBeNull();
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
      ['anna', 'joris', 'mia'].map((handle) => new Visitor(server).send(path, { ...ANNA, handle })),
    );
    expect(joined.map(({ status }) => status).sort()).toEqual([303, 404, 404]);
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
      const path = await coordinatorPath(server);
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

describe('inviting', () => {
  test('every member makes links; one works ten times, for 14 days', async () => {
    const server = await aServer();
    await aMember(server);
    const anna = new Visitor(server);
    await anna.signIn('anna', PASSWORD);
    const makeLink = async (): Promise<string> => {
      const page = await (await anna.open('/invitations')).text();
      const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const made = await (await anna.send('/invitations', { csrf })).text();
      return /\/invitation\/[\w-]{43}/.exec(made)?.[0] ?? '';
    };
    const path = await makeLink();
    for (let n = 0; n < 10; n += 1) {
      expect((await new Visitor(server).fillIn(path, { ...ANNA, handle: `lid_${n}` })).status).toBe(303);
    }
    expect((await new Visitor(server).open(path)).status).toBe(404);
    const other = await makeLink();
    server.time.now += 14 * 86_400_000;
    expect((await new Visitor(server).open(other)).status).toBe(404);
    const roles = await server.store().db.selectFrom('accounts').select('role').distinct().execute();
    expect(roles).toEqual([{ role: 'member' }]);
  });

  test('is for members, on a page of ours', async () => {
    const server = await aServer();
    await aMember(server);
    expect((await new Visitor(server).open('/invitations')).headers.get('location')).toMatch(/^\/sign-in/);
    const anna = new Visitor(server);
    await anna.signIn('anna', PASSWORD);
    const forged = await anna.send('/invitations', { csrf: 'guessed' });
    expect(await forged.text()).not.toContain('/invitation/');
  });
});
