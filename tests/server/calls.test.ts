import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '@/utils/kernel/clock';
import { ask } from './people';
import { aMember, aServer, type Member, NOW, PASSWORD, type Server } from './support';
import { formsOf, Visitor } from './visitor';

const ANNOUNCEMENTS = '/api/v1/announcements';
const december = {
  text: 'Deze  maand:\nvernietigingslijsten <b>',
  words: '#Vernietigingslijsten, selectie; selectie',
  until: '2026-12-31',
};

interface Announcement {
  readonly id: string;
  readonly content: string;
  readonly ends_at: string;
  readonly tags: readonly { readonly name: string }[];
}

let server: Server;
let anna: Member;
let joris: Member;

beforeEach(async () => {
  server = await aServer();
  anna = await aMember(server, 'anna', 'coordinator');
  joris = await aMember(server, 'joris');
});

async function visit(member: Member): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(member.account.handle, PASSWORD);
  return visitor;
}

const call = async (change: Partial<typeof december> = {}) =>
  (await visit(anna)).fillIn('/calls', { ...december, ...change }, /^\/calls$/);
const heard = async (member: Member) =>
  (await ask<Announcement[]>(server, member, 'GET', ANNOUNCEMENTS)).body;

describe('the page of calls', () => {
  test('is the coordinator’s, and stands in their menu', async () => {
    expect((await new Visitor(server).open('/calls')).headers.get('location')).toBe('/sign-in?next=%2Fcalls');
    const coordinator = await visit(anna);
    expect(await (await coordinator.open('/')).text()).toContain('<a href="/calls">Thema’s</a>');
    expect(await (await coordinator.open('/calls')).text()).toContain('Er loopt geen thema.');
    const member = await visit(joris);
    expect(await (await member.open('/')).text()).not.toContain('/calls');
    for (const path of ['/calls', '/calls/1/end'])
      expect((await member.send(path, december)).status).toBe(404);
    expect((await member.open('/calls')).status).toBe(404);
    expect(await heard(joris)).toEqual([]);
  });

  test('makes one that members’ apps hear of as an announcement, its words as tags', async () => {
    const made = await call();
    expect([made.status, made.headers.get('location')]).toEqual([303, '/calls']);
    const said = await heard(joris);
    expect(said).toMatchObject([
      {
        content: '<p>Deze maand: vernietigingslijsten &lt;b&gt;</p>',
        all_day: true,
        starts_at: new Date(NOW).toISOString(),
        ends_at: '2026-12-31T23:59:59.999Z',
        read: true,
      },
    ]);
    expect(said[0]?.tags.map(({ name }) => name)).toEqual(['vernietigingslijsten', 'selectie']);
    const page = await (await (await visit(anna)).open('/calls')).text();
    expect(page).toContain('Deze maand: vernietigingslijsten &lt;b&gt;</strong>');
    expect(page).toContain('Tot en met 31 december 2026 · #vernietigingslijsten #selectie');
  });

  test.each<[string, Partial<typeof december>, string]>([
    ['no text', { text: ' ' }, 'Schrijf in hoogstens 200 tekens wat je wilt lezen.'],
    ['too long a text', { text: 'x'.repeat(201) }, 'Schrijf in hoogstens 200 tekens'],
    ['no words', { words: ' , ' }, 'Geef 1 tot 20 woorden, met alleen letters en cijfers.'],
    ['words that are none', { words: 'a-b' }, 'Geef 1 tot 20 woorden'],
    ['too many words', { words: Array.from({ length: 21 }, (_, n) => `woord${n}`).join() }, 'Geef 1 tot 20'],
    ['a day that has passed', { until: '2026-11-23' }, 'Kies een laatste dag'],
    ['a day far ahead', { until: '2028-01-01' }, 'Kies een laatste dag'],
    ['no day', { until: '2026-02-30' }, 'Kies een laatste dag'],
  ])('says what is wrong with %s, and keeps what was typed', async (_what, change, problem) => {
    const refused = await call({ words: 'selectie', ...change });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(problem);
    expect(page).toContain(`value="${change.until ?? december.until}"`);
    expect(await heard(joris)).toEqual([]);
  });

  test('ends one before its day', async () => {
    await call();
    const coordinator = await visit(anna);
    const page = await (await coordinator.open('/calls')).text();
    expect(page).toContain('aria-label="Stop: Deze maand: vernietigingslijsten &lt;b&gt;"');
    const form = formsOf(page).find(({ action }) => action.endsWith('/end'));
    if (form === undefined) throw new Error('no button');
    await coordinator.send(form.action, { csrf: 'of another page' });
    expect(await heard(joris)).toHaveLength(1);
    expect((await coordinator.send(form.action, form.hidden)).status).toBe(303);
    expect(await heard(joris)).toEqual([]);
    expect((await coordinator.send(form.action, form.hidden)).status).toBe(404);
  });

  test('is sent from a page of its own only', async () => {
    const coordinator = await visit(anna);
    for (const from of ['http://127.0.0.1:8700', 'https://elsewhere.example'])
      expect((await coordinator.send('/calls', { ...december, csrf: 'x' }, from)).status).toBe(422);
    expect(await heard(joris)).toEqual([]);
  });
});

test('a call ends by itself, and outlives a restart until then', async () => {
  await call({ until: '2026-11-25' });
  await server.restart();
  server.time.now = NOW + DAY_MS;
  expect(await heard(joris)).toHaveLength(1);
  server.time.now = NOW + 2 * DAY_MS;
  expect(await heard(joris)).toEqual([]);
});

test('announcements are for members', async () => {
  await call();
  expect((await ask(server, null, 'GET', ANNOUNCEMENTS)).status).toBe(401);
});
