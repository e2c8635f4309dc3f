import { describe, expect, test } from 'vitest';
import { aMember, aServer, ORIGIN, PASSWORD, post } from './support';
import { formsOf, Visitor } from './visitor';

describe('members only', () => {
  test('whoever follows a link signs in, and then reads what the link led to', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const path = `/@anna/${(await post(server, token, 'Gedeeld')).body.id}`;
    const stranger = new Visitor(server);
    const sent = await stranger.open(path);
    expect(sent.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    const signedIn = await stranger.fillIn(sent.headers.get('location') ?? '', {
      handle: '@Anna ',
      password: PASSWORD,
    });
    expect(signedIn.headers.get('location')).toBe(`${ORIGIN}${path}`);
    expect(await (await stranger.open(path)).text()).toContain('Gedeeld');
  });

  test.each([
    '//evil.example',
    '/\t/evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ])('signing in never goes on to %j', async (next) => {
    const server = await aServer();
    await aMember(server);
    const answer = await new Visitor(server).signIn('anna', PASSWORD, next);
    expect(answer.headers.get('location')).toBe(`${ORIGIN}/`);
  });

  test('the cookie cannot be read by scripts, and is worth nothing after signing out', async () => {
    const server = await aServer();
    await aMember(server);
    const visitor = new Visitor(server);
    const signedIn = await visitor.signIn('anna', PASSWORD);
    const line = signedIn.headers.get('set-cookie') ?? '';
    expect(line).toMatch(/HttpOnly; SameSite=Lax/);
    const home = async () =>
      (await server.request('/', { headers: { cookie: line.split(';')[0] ?? '' } })).status;
    const page = await (await visitor.open('/')).text();
    const csrf = formsOf(page).find(({ action }) => action === '/sign-out')?.hidden.csrf ?? '';
    await visitor.send('/sign-out', { csrf: 'guessed' });
    await visitor.send('/sign-out', { csrf }, 'https://elsewhere.example');
    expect(await home()).toBe(200);
    await visitor.send('/sign-out', { csrf });
    expect(await home()).toBe(302);
  });
});

describe('signing in', () => {
  test('a wrong name and a wrong password are told the same', async () => {
    const server = await aServer();
    await aMember(server);
    const visitor = new Visitor(server);
    const wrong = [await visitor.signIn('anna', 'wrong'), await visitor.signIn('niemand', PASSWORD)];
    for (const answer of wrong) {
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('horen niet bij elkaar');
    }
  });

  test('after ten wrong tries one waits, also when they come at once; the next quarter begins anew', async () => {
    const server = await aServer();
    await aMember(server);
    const visitor = new Visitor(server);
    const tries = await Promise.all(Array.from({ length: 12 }, () => visitor.signIn('anna', 'wrong')));
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(10);
    const refused = await visitor.signIn('anna', PASSWORD);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Probeer het over 15 minuten opnieuw');
    server.time.now += 15 * 60_000;
    expect((await visitor.signIn('anna', PASSWORD)).status).toBe(303);
  });

  test('right tries do not count', async () => {
    const server = await aServer();
    await aMember(server);
    for (let n = 0; n < 12; n += 1) {
      expect((await new Visitor(server).signIn('anna', PASSWORD)).status).toBe(303);
    }
  });

  test('from a page elsewhere is refused', async () => {
    const server = await aServer();
    await aMember(server);
    const fields = { handle: 'anna', password: PASSWORD };
    const answer = await new Visitor(server).send('/sign-in', fields, 'https://elsewhere.example');
    expect(answer.status).toBe(422);
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('session');
  });
});
