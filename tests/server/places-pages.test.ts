import { beforeEach, describe, expect, test } from 'vitest';
import { aPlace, ask, say } from './people';
import { aMember, aServer, type Member, PASSWORD, type Server } from './support';
import { formsOf, Visitor } from './visitor';

let server: Server;
let keeper: Member;
let joris: Member;

beforeEach(async () => {
  server = await aServer();
  keeper = await aMember(server, 'anna', 'coordinator');
  joris = await aMember(server, 'joris');
});

async function browse(member: Member) {
  const visitor = new Visitor(server);
  await visitor.signIn(member.account.handle, PASSWORD);
  const read = async (path: string) => (await visitor.open(path)).text();
  /** Presses the button in the form with this address, as it stands on a page. */
  const press = async (path: string, action: string, fields: Readonly<Record<string, string>> = {}) => {
    const form = formsOf(await read(path)).find((one) => one.action === action);
    if (form === undefined) throw new Error(`no form for ${action} on ${path}`);
    const answer = await visitor.send(action, { ...form.hidden, ...fields });
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  return { visitor, read, press };
}

describe('the page of places', () => {
  test('is for members, and stands in the menu', async () => {
    expect((await new Visitor(server).open('/places')).headers.get('location')).toBe(
      '/sign-in?next=%2Fplaces',
    );
    const { read } = await browse(joris);
    expect(await read('/')).toContain('<a href="/places">Plaatsen</a>');
    expect(await read('/places')).toContain('Er zijn nog geen plaatsen');
    expect(await read('/places')).toContain('<a href="/places" aria-current="page">Plaatsen</a>');
    expect(await read('/places?taal=nl')).toContain('<a href="/places" aria-current="page">');
  });

  test('no search of everything stands between a place and its posts', async () => {
    await aPlace(server, keeper);
    const { read } = await browse(joris);
    expect(await read('/@archief')).not.toContain('<search>');
    for (const path of ['/', '/@joris']) expect(await read(path)).toContain('<search>');
  });

  test('joins and leaves an open place', async () => {
    await aPlace(server, keeper);
    const { read, press } = await browse(joris);
    expect(await read('/places')).toMatch(/@archief · 1 lid · open/);
    expect(await read('/places')).toContain('aria-label="Meedoen: Plek archief"');
    expect(await press('/places', '/@archief/membership')).toMatchObject({
      status: 303,
      location: '/places',
    });
    expect(await read('/places')).toMatch(/2 leden.*Plaats verlaten/s);
    expect(await press('/@archief', '/@archief/membership')).toMatchObject({ location: '/@archief' });
    expect(await read('/places')).toContain('1 lid');
  });

  test('a coordinator makes a place there; what is wrong is said and what was typed stays', async () => {
    const { read, press } = await browse(keeper);
    const fields = { name: 'Scannen & zo', handle: 'anna', about: 'Alles over <b>', locked: 'true' };
    const refused = await press('/places', '/places', fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Een collega of een andere plaats heet al zo.');
    expect(refused.text).toMatch(/value="Scannen &amp; zo".*Alles over &lt;b&gt;.*value="true" checked/s);
    for (const [wrong, said] of [
      [{ name: ' ' }, 'Vul een naam in van hoogstens 60 tekens.'],
      [{ handle: 'A B' }, 'Kies een korte naam'],
      [{ handle: 'goed', about: 'x'.repeat(501) }, 'hoogstens 500 tekens'],
    ] as const)
      expect((await press('/places', '/places', { ...fields, ...wrong })).text).toContain(said);
    const made = await press('/places', '/places', { ...fields, handle: '#Scannen' });
    expect(made).toMatchObject({ status: 303, location: '/@scannen' });
    expect(await read('/@scannen')).toMatch(/<h1>Scannen &amp; zo<\/h1>.*besloten.*Alles over &lt;b&gt;/s);
  });

  test('nobody else makes one, and no other site does it for them', async () => {
    const member = await browse(joris);
    expect(await member.read('/places')).not.toContain('Plaats maken');
    const fields = { name: 'A', handle: 'ergens', about: '', locked: 'false' };
    expect((await member.visitor.send('/places', fields)).status).toBe(404);
    const { visitor } = await browse(keeper);
    expect((await visitor.send('/places', { ...fields, csrf: 'x' })).status).toBe(422);
    expect((await visitor.send('/places', fields, 'https://elders.example')).status).toBe(422);
    expect(await member.read('/places')).toContain('Er zijn nog geen plaatsen');
  });
});

describe("a place's own page", () => {
  test('shows what it is about, who is in it, how to post there, and its posts', async () => {
    await aPlace(server, keeper);
    await say(server, keeper, 'Een praktijk @archief');
    await say(server, keeper, 'Ergens anders');
    const { read } = await browse(joris);
    const page = await read('/@archief');
    expect(page).toMatch(/<h1>Plek archief<\/h1>.*Over archief.*<a href="\/@anna">anna<\/a>/s);
    expect(page).toContain('Een praktijk @archief');
    expect(page).not.toContain('Ergens anders');
    const { read: readAsMember } = await browse(keeper);
    expect(await readAsMember('/@archief')).toContain('of zet @archief in je bericht.');
  });

  test('of a closed one says nothing but its name to others, until a keeper lets them in', async () => {
    await aPlace(server, keeper, { locked: true });
    await say(server, keeper, 'Onder ons @archief');
    const member = await browse(joris);
    const before = await member.read('/@archief');
    expect(before).toContain('Alleen leden lezen wat hier staat.');
    expect(before).not.toMatch(/Onder ons|href="\/@anna"|Nog niets/);
    expect(await member.press('/@archief', '/@archief/membership')).toMatchObject({ status: 303 });
    expect(await member.read('/@archief')).toContain('Je vraag wacht op een antwoord.');
    expect(await member.read('/@archief')).not.toContain('Wie wil meedoen');
    const { read, press } = await browse(keeper);
    expect(await read('/@archief')).toMatch(/Wie wil meedoen.*aria-label="Toelaten: joris"/s);
    await press('/@archief', '/@archief/requests', { decision: 'accept' });
    expect(await read('/@archief')).not.toContain('Wie wil meedoen');
    expect(await member.read('/@archief')).toMatch(/Onder ons/);
  });

  test('a request can be refused, and only by a keeper, from a page of ours', async () => {
    const place = await aPlace(server, keeper, { locked: true });
    await ask(server, joris, 'POST', `/api/v1/accounts/${place.id}/follow`);
    const fields = { account: joris.account.id, decision: 'accept' };
    const member = await browse(joris);
    expect((await member.visitor.send('/@archief/requests', fields)).status).toBe(404);
    const { visitor, read, press } = await browse(keeper);
    await visitor.send('/@archief/requests', { ...fields, csrf: 'x' });
    expect(await read('/@archief')).toContain('Weigeren: joris');
    await press('/@archief', '/@archief/requests', { decision: 'refuse' });
    expect(await member.read('/@archief')).toContain('Vraag toegang');
  });

  test.each(['/@niemand/membership', '/@joris/membership', '/@joris/requests'])(
    'there is none at %s',
    async (path) => {
      const { visitor } = await browse(keeper);
      expect((await visitor.send(path, { join: 'true' })).status).toBe(404);
      expect((await new Visitor(server).send(path, { join: 'true' })).status).toBe(404);
    },
  );
});
