import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FrailServer, type Frailty, openFrailServer } from '../support/frail-server';
import { meetAnswer } from '../support/meet-answer';

const TIMEOUT_MS = 300;
const PATIENCE_MS = 10_000;

let server: FrailServer;
beforeAll(async () => {
  server = await openFrailServer();
});
afterAll(() => server.close());

const status =
  (code: number, headers: Record<string, string> = {}, body?: string): Frailty =>
  (answer, post) => {
    answer.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body ?? post);
  };
const error = (code: number, headers: Record<string, string> = {}, said = 'no') =>
  status(code, headers, JSON.stringify({ error: said }));
const reset: Frailty = (answer) => void answer.socket?.destroy();
const drip: Frailty = (answer, post) => {
  answer.writeHead(200, { 'content-type': 'application/json' });
  const letters = [...post];
  const timer = setInterval(() => answer.write(letters.shift() ?? ' '), 20);
  answer.on('close', () => clearInterval(timer));
};

const meet = (frailty: Frailty | 'no connection', stored: boolean) =>
  meetAnswer(server, frailty, stored, frailty === drip ? TIMEOUT_MS : PATIENCE_MS);

const UNSURE =
  'We weten nog niet of Netwerk het kreeg; misschien is er geen verbinding. We kijken het over 1 minuut na en letten erop dat het er maar één keer komt.';

describe('taken, and known to be', () => {
  test.each([
    ['200', status(200)],
    ['201', status(201)],
    ['202', status(202)],
    ['200 as text/plain', status(200, { 'content-type': 'text/plain' })],
    ['200 as an image', status(200, { 'content-type': 'image/png' })],
  ])('%s: delivered', async (_what, frailty) => {
    const person = await meet(frailty, true);
    await person.run();
    expect((await person.read()).state).toBe('delivered');
    expect(await person.nextInS()).toBeNull();
    expect(person.count()).toBe(1);
  });
});

describe('taken or not, nobody knows: we look, and it stands there once', () => {
  const rows: readonly [string, Frailty | 'no connection'][] = [
    ['409', error(409)],
    ['500', error(500)],
    ['502', status(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>')],
    ['503', error(503)],
    ['504', status(504, {}, '')],
    ['200 with HTML', status(200, { 'content-type': 'text/html' }, '<html>Welkom op het hotelnet</html>')],
    ['truncated JSON', status(200, {}, '{"id": "1001", "cont')],
    ['an empty body', status(200, {}, '')],
    ['JSON of another kind', status(202, {}, '{"ok":true}')],
    ['a slow drip', drip],
    ['a reset', reset],
  ];
  const cases = rows.flatMap(([what, frailty]) =>
    [true, false].map((stored) => [what, frailty, stored] as const),
  );
  test.each([...cases, ['no connection', 'no connection', false] as const])(
    '%s (stored: %o)',
    async (_what, frailty, stored) => {
      const person = await meet(frailty, stored);
      await person.run();
      expect(await person.read()).toMatchObject({ state: 'uncertain', reason: null });
      expect(await person.nextInS()).toBe(60);
      expect(await person.story()).toBe(UNSURE);
      await person.goOn();
      expect((await person.read()).state).toBe('delivered');
      expect(person.count()).toBe(1);
    },
  );
});

describe('not taken, for now: it goes by itself', () => {
  test.each([
    ['429', error(429), 30],
    ['429, in two minutes', error(429, { 'retry-after': '120' }), 120],
    ['425', error(425), 30],
    ['425, in a minute', error(425, { 'retry-after': '60' }), 60],
  ])('%s', async (_what, frailty, waits) => {
    const person = await meet(frailty, false);
    await person.run();
    expect(await person.read()).toMatchObject({ state: 'waiting', reason: null, attempts: 1 });
    expect(await person.nextInS()).toBe(waits);
    expect(await person.story()).not.toContain('verbinding');
    await person.goOn();
    expect((await person.read()).state).toBe('delivered');
    expect(person.count()).toBe(1);
  });

  test('503, in two minutes: it may have been taken, so we look then', async () => {
    const person = await meet(error(503, { 'retry-after': '120' }), true);
    await person.run();
    expect(await person.read()).toMatchObject({ state: 'uncertain' });
    expect(await person.nextInS()).toBe(120);
    await person.goOn();
    expect((await person.read()).state).toBe('delivered');
    expect(person.count()).toBe(1);
  });
});

describe('not taken: it waits for the person, with its text, and nothing is tried', () => {
  const MOVED =
    'Netwerk stuurt door naar een ander adres. Probeer het opnieuw; is de community verhuisd, verbind dan het nieuwe adres en haal de tekst terug om hem daarheen te sturen.';
  const GONE =
    'Netwerk neemt op dit adres geen berichten aan. Probeer het later opnieuw of vraag het aan de beheerder; je tekst is hier bewaard.';
  const UNSAID =
    'Netwerk weigerde het bericht en zei niet waarom. Probeer het opnieuw of vraag het aan de beheerder; je tekst is hier bewaard.';
  test.each([
    ['301', status(301, { location: 'https://elders.example/x' }), 'moved', MOVED],
    ['302', status(302, { location: '/sign-in' }), 'moved', MOVED],
    ['400', error(400, {}, 'Bad text'), 'refused', 'Netwerk weigerde het bericht: Bad text'],
    ['400 without a word', status(400, {}, ''), 'refused-unsaid', UNSAID],
    ['400 with a code alone', error(400, {}, 'invalid_request'), 'refused-unsaid', UNSAID],
    [
      '401',
      error(401),
      'signed-out',
      'Je aanmelding bij Netwerk is verlopen. Meld je opnieuw aan, dan vertrekt het bericht vanzelf.',
    ],
    ['403', error(403), 'forbidden', 'Je mag niet plaatsen bij Netwerk. Vraag het aan de beheerder.'],
    ['404', error(404), 'address-gone', GONE],
    ['410', error(410), 'address-gone', GONE],
    [
      '410 of a post that was there',
      status(410, {}, '{"error":"Gone","id":"12"}'),
      'withdrawn',
      'Dit bericht was al geplaatst en is daar verwijderd. Het wordt niet opnieuw geplaatst.',
    ],
    [
      '413',
      status(413, { 'content-type': 'text/html' }, '<h1>Request Entity Too Large</h1>'),
      'too-long',
      'Het bericht is te lang voor Netwerk. Kort het in en verstuur opnieuw.',
    ],
    [
      '422',
      error(422, {}, 'Validation failed: Text can’t be rude'),
      'refused',
      'Netwerk weigerde het bericht: Validation failed: Text can’t be rude',
    ],
  ] as const)('%s', async (_what, frailty, reason, sentence) => {
    const person = await meet(frailty, false);
    const before = server.writes();
    await person.run();
    await person.run();
    expect(await person.read()).toMatchObject({ state: 'parked', reason });
    expect(await person.nextInS()).toBeNull();
    expect(await person.story()).toBe(sentence);
    expect(server.writes() - before, 'once only').toBe(1);
    expect((await person.read()).text).toContain('Mappen');
  });
});
