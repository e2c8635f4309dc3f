import { describe, expect, test } from 'vitest';
import { render } from '@/utils/practice/render';
import { aPractice, DUTCH } from '../support/practices';
import { aMember, aServer, get, PASSWORD, type PostedStatus, post } from './support';
import { Visitor } from './visitor';

/** A server with Anna, signed in, and what she posted. */
async function aReader(text: string) {
  const server = await aServer();
  const { token } = await aMember(server);
  const { body } = await post(server, token, text);
  const visitor = new Visitor(server);
  await visitor.signIn('anna', PASSWORD);
  return { server, token, visitor, id: body.id, path: `/@anna/${body.id}` };
}

describe('a practice page', () => {
  test('shows title, sections, page, topics, author and reference', async () => {
    const practice = aPractice({ title: 'Mappen & zaken', tip: 'Begin klein.\n\nEn vraag hulp.' });
    const { visitor, path } = await aReader(render(practice, 'DG-1234-ABCD', DUTCH));
    const page = await (await visitor.open(path)).text();
    expect(page).toContain('<h1>Mappen &amp; zaken</h1>');
    for (const label of ['Wat ik deed', 'Waarom', 'Tip', 'Pagina'])
      expect(page).toContain(`<h2>${label}</h2>`);
    expect(page).toContain('<p>Begin klein.</p><p>En vraag hulp.</p>');
    expect(page).toContain('<a href="https://dms.voorbeeld.be/zaak/12" rel="noopener noreferrer nofollow">');
    expect(page).toContain('<li><a href="/tags/archief" rel="tag">#archief</a></li>');
    expect(page).toContain('Ref. DG-1234-ABCD');
    expect(page).toContain('>anna</a>');
    expect(page).toContain('<title>Mappen &amp; zaken · Proef</title>');
  });

  test.each([
    ['in the title', '<script>alert(1)</script>\n\ntekst'],
    ['in the text', 'Titel\n\n<img src=x onerror=alert(1)> "><script>'],
    ['in the link', render(aPractice({ link: 'javascript:alert(1)' }), 'DG-1234-ABCD', DUTCH)],
    ['in an address', 'Titel\n\nhttps://a.example/"onmouseover="alert(1)'],
  ])('shows code %s as text', async (_where, text) => {
    const { visitor, path } = await aReader(text);
    for (const page of [await visitor.open(path), await visitor.open('/')]) {
      const html = await page.text();
      expect(html).not.toMatch(/<script|<img|href="javascript|"onmouseover=/);
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/);
    }
  });

  test('a post that is one short line leaves no empty paragraph on the timeline', async () => {
    const { visitor } = await aReader('De nieuwe scanner staat op de tweede verdieping.');
    expect(await (await visitor.open('/')).text()).not.toContain('<p></p>');
  });

  test('a post that is one long paragraph gets a short heading', async () => {
    const { visitor, path } = await aReader('woord '.repeat(100).trim());
    const page = await (await visitor.open(path)).text();
    expect(page).toContain('<h1>Bericht van anna</h1>');
    expect(page).toContain('<p>woord woord');
  });

  test("another's stays away from those who may not see it, as one that is not there", async () => {
    const { server, token, visitor } = await aReader('Gezien');
    await aMember(server, 'joris');
    const made = await server.request('/api/v1/statuses?status=Stil&visibility=direct', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const { id } = (await made.json()) as PostedStatus;
    const joris = new Visitor(server);
    await joris.signIn('joris', PASSWORD);
    for (const path of [`/@anna/${id}`, '/@anna/1', `/@joris/${id}`, '/@niemand', '/nowhere']) {
      expect((await joris.open(path)).status, path).toBe(404);
    }
    expect(await (await joris.open('/@anna')).text()).not.toContain('Stil');
    expect((await visitor.open(`/@anna/${id}`)).status).toBe(200);
  });

  test('takes thanks once per member, and back again', async () => {
    const { server, token, visitor, id, path } = await aReader('Dank je');
    const counted = async () => {
      const { body } = await get<{ favourites_count: number }>(server, token, `/api/v1/statuses/${id}`);
      return body.favourites_count;
    };
    await visitor.send(`${path}/thanks`, { on: 'true', csrf: 'guessed' });
    expect(await counted()).toBe(0);
    await visitor.fillIn(path, { on: 'true' });
    await visitor.fillIn(path, { on: 'true' });
    expect(await counted()).toBe(1);
    expect(await (await visitor.open(path)).text()).toContain('1 collega dankt');
    await visitor.fillIn(path, { on: 'false' });
    expect(await counted()).toBe(0);
  });
});

describe('the timeline page', () => {
  test('leads through all posts, older and back, each once', async () => {
    const server = await aServer();
    const { token } = await aMember(server);
    const made: string[] = [];
    for (let n = 0; n < 45; n += 1) {
      server.time.now += 1;
      made.unshift((await post(server, token, `Bericht ${n}`)).body.id);
    }
    const visitor = new Visitor(server);
    await visitor.signIn('anna', PASSWORD);
    const walk = async (start: string, rel: string): Promise<string[][]> => {
      const html = await (await visitor.open(start)).text();
      const ids = [...html.matchAll(/<h2><a href="[^"]*\/(\d+)">/g)].map(([, id]) => id ?? '');
      const next = new RegExp(`<a href="([^"]+)" rel="${rel}">`).exec(html)?.[1];
      return next === undefined ? [ids] : [ids, ...(await walk(next, rel))];
    };
    const older = await walk('/', 'next');
    expect(older.flat()).toEqual(made);
    const newer = await walk(`/?max_id=${made[39]}`, 'prev');
    expect(newer.reverse().flat()).toEqual(made);
  });
});

describe('language', () => {
  test.each([
    ['es;q=0.9, en;q=0.8, nl;q=0.1', 'en'],
    ['en;q=0.8, de;q=0.9', 'de'],
    ['nl-BE, en', 'nl'],
    ['fr-BE', 'fr'],
    ['es', 'nl'],
    ['', 'nl'],
  ])('a browser that asks for %j reads %s', async (accepted, language) => {
    const server = await aServer();
    const page = await new Visitor(server, { 'accept-language': accepted }).open('/sign-in');
    expect(await page.text()).toContain(`<html lang="${language}">`);
  });

  test('every page links to itself in the other languages, each under its own name', async () => {
    const server = await aServer();
    const visitor = new Visitor(server, { 'accept-language': 'de' });
    const html = await (await visitor.open('/sign-in?next=%2Finvitations')).text();
    const links = /<ul class="languages">(.*?)<\/ul>/s.exec(html)?.[1] ?? '';
    const to = (language: string) => `/sign-in?next=%2Finvitations&amp;taal=${language}`;
    const link = (language: string, name: string, current = '') =>
      `<li><a href="${to(language)}" hreflang="${language}" lang="${language}"${current}>${name}</a></li>`;
    expect(links).toBe(
      link('nl', 'Nederlands') +
        link('fr', 'Français') +
        link('de', 'Deutsch', ' aria-current="true"') +
        link('en', 'English'),
    );
    expect(await (await visitor.open(to('fr').replace('&amp;', '&'))).text()).toContain('<html lang="fr">');
  });

  test('what was chosen on a page stays', async () => {
    const server = await aServer();
    const visitor = new Visitor(server, { 'accept-language': 'nl' });
    await visitor.open('/sign-in?taal=en');
    expect(await (await visitor.open('/sign-in')).text()).toContain('<html lang="en">');
  });
});

describe('what others passed on', () => {
  test('is on no page a second time, and has no page of its own', async () => {
    const { server, visitor, token, id } = await aReader('Eén keer');
    const boosted = await server.request(`/api/v1/statuses/${id}/reblog`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const boost = (await boosted.json()) as PostedStatus;
    for (const path of ['/', '/@anna'])
      expect((await (await visitor.open(path)).text()).match(/<article/g)).toHaveLength(1);
    expect((await visitor.open(`/@anna/${boost.id}`)).status).toBe(404);
  });
});

describe('the page of a tag', () => {
  test('is where its link leads, with the posts that have it', async () => {
    const { server, token, visitor, id } = await aReader('Titel\n\nOver #Één');
    await post(server, token, 'Over iets anders');
    const { body } = await get<PostedStatus>(server, token, `/api/v1/statuses/${id}`);
    const [, address = ''] = /href="([^"]+)" class="mention hashtag"/.exec(body.content) ?? [];
    const page = await (await visitor.open(new URL(address).pathname)).text();
    expect(page).toContain('<h1>#één</h1>');
    expect(page).toContain('Titel');
    expect(page).not.toContain('iets anders');
    expect((await visitor.open('/tags/geen%20tag')).status).toBe(404);
  });
});
