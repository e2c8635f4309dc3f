import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { toCharter, typedOf } from '@/components/settings/charter/typed-charter';
import { App } from '@/entrypoints/options/App';
import type { CharterView } from '@/utils/messaging/views';
import { CHANNEL_KINDS, CharterSchema } from '@/utils/practice/channels';
import { settingsView } from '../support/settings-view';
import { answerMessages, draw } from './support';

afterEach(cleanup);

async function open(charter: Partial<CharterView> = {}) {
  const asked = answerMessages({
    'settings:read': settingsView({ charter: { own: [], organisation: [], ...charter } }),
  });
  draw(<App />);
  const part = within(await screen.findByRole('region', { name: 'Wat hoort waar?' }));
  const fields = (kind: string) => within(part.getByRole('group', { name: kind }));
  const fill = (kind: string, label: string, value: string) =>
    fireEvent.input(fields(kind).getByLabelText(label), { target: { value } });
  const save = () => fireEvent.click(part.getByRole('button', { name: 'Bewaar de kanalen' }));
  const saved = () => asked.filter(({ name }) => name === 'charter:save').map(({ request }) => request);
  return { part, fields, fill, save, saved };
}

const NAME = 'Naam van het kanaal';
const LINK = 'Adres (hoeft niet)';

test('channels are named, with the beginnings of addresses that people leave out', async () => {
  const { fill, save, saved } = await open();
  fill('Nieuws voor iedereen', NAME, ' Intranet – Nieuws ');
  fill('Nieuws voor iedereen', LINK, 'intranet.stad.example/nieuws');
  fill('Hulp met toestellen en programma’s', NAME, 'ICT-loket');
  fill('Hulp met toestellen en programma’s', LINK, 'ict@stad.example');
  fill('Korte berichten voor nu', NAME, 'Teams');
  save();
  await waitFor(() =>
    expect(saved()).toEqual([
      {
        charter: [
          { kind: 'news', channel: 'Intranet – Nieuws', link: 'https://intranet.stad.example/nieuws' },
          { kind: 'helpdesk', channel: 'ICT-loket', link: 'mailto:ict@stad.example' },
          { kind: 'chat', channel: 'Teams' },
        ],
      },
    ]),
  );
});

test('what stands there can be changed and taken away', async () => {
  const { fields, fill, save, saved } = await open({
    own: [
      { kind: 'chat', channel: 'Teams' },
      { kind: 'helpdesk', channel: 'ICT', link: 'mailto:ict@stad.example' },
    ],
  });
  const help = fields('Hulp met toestellen en programma’s');
  expect((help.getByLabelText(LINK) as HTMLInputElement).value).toBe('ict@stad.example');
  fill('Korte berichten voor nu', NAME, '');
  save();
  await waitFor(() =>
    expect(saved()).toEqual([
      { charter: [{ kind: 'helpdesk', channel: 'ICT', link: 'mailto:ict@stad.example' }] },
    ]),
  );
});

test.each([
  ['an address that is none', 'Nieuws', 'geen adres', /is geen webadres/],
  ['an address that runs something', 'Nieuws', 'javascript:alert(1)', /is geen webadres/],
  ['an address without a name', '', 'intranet.stad.example', /^Geef het kanaal een naam/],
])('%s is not kept, and stays to be mended', async (_what, name, link, sentence) => {
  const { part, fields, fill, save, saved } = await open();
  fill('Nieuws voor iedereen', NAME, name);
  fill('Nieuws voor iedereen', LINK, link);
  save();
  expect((await part.findByRole('alert')).textContent).toMatch(sentence);
  expect(saved()).toEqual([]);
  expect((fields('Nieuws voor iedereen').getByLabelText(LINK) as HTMLInputElement).value).toBe(link);
});

test('what the organisation set can be read and not changed', async () => {
  const organisation = [
    { kind: 'news' as const, channel: 'Intranet', link: 'https://intranet.stad.example/' },
  ];
  const { part } = await open({ organisation });
  const news = within(part.getByRole('region', { name: 'Nieuws voor iedereen' }));
  expect(news.queryByRole('textbox')).toBeNull();
  expect(news.getByRole('link', { name: 'Intranet' }).getAttribute('href')).toBe(
    'https://intranet.stad.example/',
  );
  news.getByText('Door je organisatie ingesteld.');
  expect(part.getAllByRole('textbox')).toHaveLength(8);
});

test('where the organisation set all of them there is nothing to save', async () => {
  const organisation = CHANNEL_KINDS.map((kind) => ({ kind, channel: kind }));
  const { part } = await open({ organisation });
  expect(part.queryByRole('textbox')).toBeNull();
  expect(part.queryByRole('button')).toBeNull();
});

test('whatever is kept may be kept again, and a reason that stood there stays', () => {
  const before = [
    { kind: 'dossier' as const, channel: 'DMS', because: 'Daar hoort het bij de zaak.' },
    { kind: 'news' as const, channel: 'Intranet', link: 'https://intranet.stad.example/' },
  ];
  const read = toCharter(
    CHANNEL_KINDS.map((kind) => typedOf(before, kind)),
    before,
  );
  expect(read.ok && CharterSchema.parse(read.value).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual(
    before,
  );
});
