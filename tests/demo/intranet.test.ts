import { describe, expect, test } from 'vitest';
import type { Collection } from '@/demo/intranet/model';
import { HOUR_MS } from '@/utils/kernel/clock';
import { visitor } from './visitor';

async function signedIn(person = 'anna') {
  const someone = visitor();
  await someone.signIn(person);
  return someone;
}

const where = (answer: Response) => [answer.status, answer.headers.get('Location')];

describe('signing in', () => {
  test('a visitor is sent to the sign-in page and from there on to what they wanted', async () => {
    const anna = visitor();
    expect(where(await anna.get('/documents/101'))).toEqual([303, '/sign-in?next=%2Fdocuments%2F101']);
    const fields = { person: 'anna', password: 'welkom', next: '/documents/101' };
    expect(where(await anna.post('/sign-in', fields))).toEqual([303, '/documents/101']);
    expect(await anna.page('/documents/101')).toContain(
      '<h1 class="document-title">Vernietigingslijst 2026</h1>',
    );
  });

  test.each(['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)'])(
    'nobody is sent to %s after signing in',
    async (next) => {
      expect(where(await visitor().post('/sign-in', { person: 'anna', password: 'welkom', next }))).toEqual([
        303,
        '/',
      ]);
    },
  );

  test('a wrong password is said on the page', async () => {
    const answer = await visitor().post('/sign-in', { person: 'anna', password: 'x', next: '/' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Dat wachtwoord klopt niet.');
  });

  test('signing out ends the session', async () => {
    const anna = await signedIn();
    const [, token] = [...anna.cookies][0] ?? [];
    await anna.post('/sign-out', {});
    anna.cookies.set('documentbeheer', token ?? '');
    expect((await anna.get('/')).status).toBe(303);
  });

  test('an hour without a request ends the session, and a save then goes to the sign-in page', async () => {
    const anna = await signedIn();
    anna.wait(HOUR_MS + 1);
    const answer = await anna.post('/documents/101/edit', { title: 'T', text: 'x', action: 'save' });
    expect(where(answer)).toEqual([303, '/sign-in?next=%2Fdocuments%2F101%2Fedit&expired=1']);
    expect(await anna.page('/sign-in?expired=1')).toContain('Je sessie is verlopen');
  });
});

describe('what is on every page', () => {
  test.each(['/sign-in', '/', '/folders/permits', '/documents/101', '/documents/101/edit', '/nowhere'])(
    '%s names its generator',
    async (path) => {
      expect(await (await signedIn()).page(path)).toContain(
        '<meta name="generator" content="Voorbeeldintranet"/>',
      );
    },
  );

  test('the site speaks the language of the browser, and another one after the switch', async () => {
    const anna = await signedIn();
    const english = await anna.get('/documents/101', { 'Accept-Language': 'es, en-GB;q=0.8, nl;q=0.5' });
    expect(await english.text()).toContain('<html lang="en">');
    expect(where(await anna.post('/language', { language: 'nl', back: '/documents/101' }))).toEqual([
      303,
      '/documents/101',
    ]);
    const dutch = await anna.get('/documents/101', { 'Accept-Language': 'en' });
    expect(await dutch.text()).toContain('<html lang="nl">');
  });

  test.each([
    ['fr', 'Bordereau d’élimination 2026'],
    ['de', 'Aussonderungsliste 2026'],
    ['en', 'Disposal list 2026'],
  ] as const)('a site in %s begins with documents in that language', async (language, title) => {
    const anna = visitor({ language });
    await anna.signIn();
    expect(await anna.page('/documents/101')).toContain(title);
  });

  test('what people write is text, never markup', async () => {
    const anna = await signedIn();
    await anna.post('/documents/101/edit', {
      title: '<script>x</script>',
      text: '<img src=x>',
      action: 'save',
    });
    const page = await anna.page('/documents/101');
    expect(page).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(page).not.toContain('<img');
  });

  test('a form from another site changes nothing', async () => {
    const anna = await signedIn();
    const fields = { title: 'T', text: 'x', action: 'save' };
    expect((await anna.post('/documents/101/edit', fields, { Origin: 'http://evil.test' })).status).toBe(403);
    expect(await anna.page('/documents/101')).toContain('Vernietigingslijst 2026');
  });

  test('under another host name there is no site', async () => {
    expect((await visitor().get('/sign-in')).status).toBe(200);
    const { createIntranet } = await import('@/demo/intranet/app');
    const app = createIntranet({ language: 'nl', clock: Date.now });
    expect((await app.request('http://rebound.test/sign-in')).status).toBe(421);
  });
});

describe('finding', () => {
  test('search finds documents that hold every word, whatever the case', async () => {
    const anna = await signedIn();
    expect(await anna.page('/search?q=LINDEN+herplant')).toContain('Kapvergunning Kerkplein');
    expect(await anna.page('/search?q=linden+maan')).toContain('Geen documenten.');
    expect(await anna.page('/search?q=')).toContain('Geen documenten.');
  });

  test('what is kept is all that a new process needs', async () => {
    let kept: Collection | undefined;
    const anna = visitor({ keep: (collection) => (kept = collection) });
    await anna.signIn();
    await anna.post('/documents/101/edit', { title: 'Nieuwe naam', text: 'x', action: 'save' });
    const later = visitor(kept === undefined ? {} : { collection: JSON.parse(JSON.stringify(kept)) });
    await later.signIn();
    expect(await later.page('/documents/101')).toContain('Nieuwe naam');
  });
});
