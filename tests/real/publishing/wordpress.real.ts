import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordpress } from '@/utils/community/connectors/wordpress/platform';
import { createHttp } from '@/utils/community/http';
import { must } from '../../support/outbox-world';
import { type RealWordpress, startWordpress, WORDPRESS_PEOPLE } from '../wordpress';
import { fetchWithJar } from './jar';
import { aConclusion, type Publisher, publisher, recognised } from './publisher';
import { publishes } from './publishes';

const RETURN = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/?state=s1';

let site: RealWordpress;
let origin = '';
let base = '';
let bram: Publisher;

beforeAll(async () => {
  site = await startWordpress({ letsApplicationsIn: true });
  origin = `http://127.0.0.1:${new URL(site.url).port}`;
  base = `${origin}/wp-json`;
  // Whose texts the site cleans, as it does for most people.
  site.evaluate(`(new WP_User(wp_create_user('bram', 'x', 'bram@example.test')))->set_role('author');`);
  bram = await publisher(wordpress, { base, token: passwordFor(site, 'bram') });
}, 120_000);

afterAll(() => site?.stop());

/** A password that the site makes for one application. */
function passwordFor({ evaluate }: RealWordpress, name: string): string {
  const user = `get_user_by('login', '${name}')->ID`;
  const making = `WP_Application_Passwords::create_new_application_password(${user}, ['name' => 'Deelgenoot'])`;
  return wordpress.tokenOf?.({ name, secret: evaluate(`echo ${making}[0];`) }) ?? '';
}

publishes({
  publisher: () => bram,
  shown: async (id) => {
    const answer = await fetch(`${base}/wp/v2/posts/${id}`);
    return answer.ok ? answer.text() : null;
  },
  count: async (text) =>
    Number(
      site.rows(
        `SELECT COUNT(*) FROM wp_posts WHERE post_type = 'post' AND post_status <> 'trash' AND post_content LIKE '%${text}%'`,
      )[0]?.[0],
    ),
  changeElsewhere: async (id, text) => {
    site.evaluate(`wp_update_post(['ID' => ${id}, 'post_content' => '<p>${text}</p>']);`);
  },
  removeElsewhere: async (id) => {
    site.evaluate(`wp_trash_post(${id});`);
  },
});

test('is found at the address that people know, also at the one of its desk', async () => {
  for (const typed of [origin, `${origin}/wp-admin/index.php`, `${origin}/wp-json`]) {
    const found = await recognised(wordpress, typed);
    expect(found).toMatchObject({ base, name: 'Intranet' });
    expect(found?.allowsAt).toMatch(/\/wp-admin\/authorize-application\.php$/);
  }
  expect(bram.account.member).toMatchObject({ handle: 'bram' });
});

test('lets an application in on its own page, with what we send people there with', async () => {
  const send = fetchWithJar();
  const go = (url: string, fields?: URLSearchParams) =>
    send(url, {
      credentials: 'include',
      redirect: 'manual',
      ...(fields === undefined ? {} : { method: 'POST', body: fields }),
    });
  const { name, password } = WORDPRESS_PEOPLE.admin;
  await go(`${origin}/wp-login.php`);
  await go(`${origin}/wp-login.php`, new URLSearchParams({ log: name, pwd: password, testcookie: '1' }));
  const application = { name: 'Deelgenoot', id: crypto.randomUUID() };
  const page = wordpress.appPassword?.page({ base, name: '', version: '' }, application, RETURN) ?? '';
  const html = await (await go(page)).text();
  expect(html).toContain('Deelgenoot');
  const fields = new URLSearchParams();
  for (const [, tag = ''] of html.matchAll(/<input([^>]*type="hidden"[^>]*)>/gu)) {
    const [field, value] = ['name', 'value'].map((one) => new RegExp(`${one}="([^"]*)"`, 'u').exec(tag)?.[1]);
    if (field) fields.append(field, (value ?? '').replaceAll('&#038;', '&').replaceAll('&amp;', '&'));
  }
  fields.append('app_name', application.name); // people may write another
  fields.append('approve', 'Yes');
  const answer = await go(`${origin}/wp-admin/authorize-application.php`, fields);
  const back = new URL(answer.headers.get('location') ?? 'about:blank');
  expect(back.origin).toBe(new URL(RETURN).origin);
  expect(back.searchParams.get('state')).toBe('s1');
  const there = `http://${new URL(site.url).host}/wp-json`;
  const granted = wordpress.appPassword?.read(back.searchParams, there);
  if (granted === null || granted === undefined || granted === 'refused') throw new Error('not granted');
  const admin = await publisher(wordpress, { base, token: wordpress.tokenOf?.(granted) ?? '' });
  expect(admin.account.member).toMatchObject({ handle: 'admin' });
  await takesBack(admin);
});

/** Signs out: the password that was made is taken back there. */
async function takesBack(by: Publisher): Promise<void> {
  const { signOut } = wordpress;
  const first = must(
    await createHttp()(signOut?.build(by.account) ?? { method: 'GET', url: '', headers: {} }),
  );
  const second = signOut?.next?.(first, by.account);
  expect(second?.method).toBe('DELETE');
  if (second) must(await createHttp()(second));
  expect(await by.ask<'me'>({ verb: 'me' })).toEqual({ ok: false, error: { kind: 'auth', why: 'expired' } });
}

test('whose posts are looked at first is held, and found again', async () => {
  const chris = await publisher(wordpress, { base, token: passwordFor(site, 'chris') });
  const practice = aConclusion({ title: 'Ter keuring' });
  const { ref, held } = must(await chris.say(practice, 'DG-REAL-0001'));
  expect(held).toBe(true);
  expect((await chris.found('DG-REAL-0001'))[0]?.id).toBe(ref.id);
  const how = { edits: ref.id, basedOn: ref.version ?? '' };
  expect(must(await chris.say({ ...practice, why: 'Nog beter.' }, 'DG-REAL-0001', how)).held).toBe(true);
});

test('a wrong password and somebody who may only read are told apart', async () => {
  const wrong = wordpress.tokenOf?.({ name: 'bram', secret: 'nope nope' }) ?? '';
  await expect(publisher(wordpress, { base, token: wrong })).rejects.toThrow(/expired/);
  const anna = await publisher(wordpress, { base, token: passwordFor(site, 'anna') });
  expect(await anna.say(aConclusion(), 'DG-REAL-0002')).toEqual({
    ok: false,
    error: { kind: 'auth', why: 'forbidden' },
  });
});

test('a post of the same address that came in between is the one that stays', async () => {
  const practice = aConclusion({ title: 'Tegelijk' });
  let meanwhile = true;
  const send: typeof fetch = async (url, init) => {
    if (init?.method === 'POST' && meanwhile) {
      meanwhile = false;
      must(await bram.say(practice, 'DG-REAL-0003'));
    }
    return fetch(url, init);
  };
  const again = await publisher(wordpress, { base, token: bram.account.token }, send);
  const { ref } = must(await again.say(practice, 'DG-REAL-0003'));
  expect(site.rows("SELECT ID FROM wp_posts WHERE post_name LIKE 'practice-dg-real-0003%'")).toEqual([
    [ref.id],
  ]);
});

test('nothing in a text runs as a shortcode, and the editor finds blocks', async () => {
  const did = 'Zie [gallery ids="1"] en:\n\n- een\n- twee\n\n1. eerst\n2. dan';
  const { ref } = must(await bram.say(aConclusion({ title: 'Met haken [gallery]', did }), 'DG-REAL-0004'));
  const page = await (await fetch(`${base}/wp/v2/posts/${ref.id}`)).json();
  expect(page.content.rendered).toMatch(/&#0?91;gallery/u);
  const names = site.evaluate(
    `echo implode(',', array_filter(array_column(parse_blocks(get_post(${ref.id})->post_content), 'blockName')));`,
  );
  expect(names).toMatch(/^core\/paragraph,(?:core\/list,){2}/u);
});

test('what readers say below it comes back, and a category is a place', async () => {
  const places = must(await bram.ask<'places'>({ verb: 'places', memberId: '1' }));
  const place = places.find(({ name }) => name === 'Werkwijze');
  const how = { placeId: place?.id ?? '' };
  const { ref } = must(await bram.say(aConclusion({ title: 'Besproken' }), 'DG-REAL-0005', how));
  site.evaluate(
    `wp_insert_comment(['comment_post_ID' => ${ref.id}, 'comment_content' => 'Dat doen wij ook zo.', 'comment_author' => 'Ben & co', 'comment_approved' => 1]);`,
  );
  expect(must(await bram.ask<'thread'>({ verb: 'thread', postId: ref.id })).posts).toMatchObject([
    { text: 'Dat doen wij ook zo.', authorName: 'Ben & co', answersId: ref.id },
  ]);
  expect(site.evaluate(`echo get_the_category(${ref.id})[0]->name;`)).toBe('Werkwijze');
});

test('a site below a path, without readable addresses, is found and written too', async () => {
  const other = await startWordpress({ path: '/intranet', plainAddresses: true, letsApplicationsIn: true });
  try {
    const there = `http://127.0.0.1:${new URL(other.url).port}/intranet`;
    expect(await recognised(wordpress, there)).toMatchObject({ base: there, name: 'Intranet' });
    const admin = await publisher(wordpress, { base: there, token: passwordFor(other, 'admin') });
    const { ref } = must(await admin.say(aConclusion({ title: 'Onder een pad' }), 'DG-REAL-0006'));
    expect((await admin.found('DG-REAL-0006'))[0]?.id).toBe(ref.id);
    must(await admin.ask<'remove'>({ verb: 'remove', postId: ref.id }));
    must(await admin.ask<'remove'>({ verb: 'remove', postId: ref.id }));
  } finally {
    await other.stop();
  }
});
