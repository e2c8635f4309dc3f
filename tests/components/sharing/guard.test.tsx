import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { draftView } from '../../support/fake-background';
import { button, compose, own, type } from './support';

afterEach(cleanup);

const NUMBER = '93.05.18-223.61';
const FOUND = `Rijksregisternummer: ${NUMBER}`;

const did = () => screen.getByLabelText<HTMLTextAreaElement>('Wat deed je dat een collega kan hergebruiken?');

/** A composer in which a national number was typed and found. */
async function withNumber(text = `Ik belde ${NUMBER} op.`) {
  const world = compose(draftView({ communities: [own] }));
  fireEvent.input(did(), { target: { value: text } });
  await screen.findAllByText(FOUND);
  return world;
}

const pressMaskKey = (init: KeyboardEventInit = {}) =>
  fireEvent.keyDown(did(), { key: 'm', code: 'KeyM', altKey: true, ...init });

describe('what says who somebody is', () => {
  test('is listed under its field with the reason, and lit up in it', async () => {
    await withNumber();
    const list = screen.getByRole('list', { name: 'Kijk dit na voor je verstuurt' });
    within(list).getByText(FOUND);
    within(list).getByText('Hiermee weet iedereen over wie het gaat.');
    expect(document.querySelector('mark')?.textContent).toBe(NUMBER);
    expect(document.querySelector('mark')?.closest('[aria-hidden="true"]')?.textContent).toContain(
      'Ik belde',
    );
  });

  test('is said once, with the key that masks it', async () => {
    await withNumber();
    await screen.findByText(`${FOUND}. Met Alt+M in het veld maskeer je wat gemarkeerd is.`);
  });

  test('is told of in each field, and its key in the first alone', async () => {
    await withNumber();
    type('Wat was de aanleiding?', 'Mail jan@voorbeeld.be.');
    await screen.findByText('E-mailadres: jan@voorbeeld.be');
    expect(screen.getAllByText('Met Alt+M in het veld maskeer je wat gemarkeerd is.')).toHaveLength(1);
    pressMaskKey();
    await waitFor(() => expect(screen.queryByText(FOUND)).toBeNull());
    screen.getByText('Met Alt+M in het veld maskeer je wat gemarkeerd is.');
  });

  test('is masked by its button', async () => {
    const { background } = await withNumber();
    fireEvent.click(button(new RegExp(`^Maskeer: Rijksregisternummer ${NUMBER}$`)));
    expect(did().value).toBe('Ik belde [rijksregisternummer] op.');
    await waitFor(() => expect(background.practice.did).toBe('Ik belde [rijksregisternummer] op.'));
    await waitFor(() => expect(screen.queryByText(FOUND)).toBeNull());
    expect(document.querySelector('mark')).toBeNull();
  });

  test('is masked by one key: the one that the caret is nearest to', async () => {
    await withNumber(`${NUMBER} en jan@voorbeeld.be`);
    did().setSelectionRange(30, 30);
    pressMaskKey();
    expect(did().value).toBe(`${NUMBER} en [e-mailadres]`);
    pressMaskKey({ key: 'µ' }); // as a Mac writes it
    await waitFor(() => expect(did().value).toBe('[rijksregisternummer] en [e-mailadres]'));
    screen.getByText('Rijksregisternummer gemaskeerd.');
  });

  test.each([{ ctrlKey: true }, { altKey: false }, { shiftKey: true }])(
    'by no other key: %j',
    async (keys) => {
      await withNumber();
      pressMaskKey(keys);
      expect(did().value).toContain(NUMBER);
    },
  );

  test('that was typed past is masked where it is now', async () => {
    const { background } = await withNumber();
    background.takesMs = 10_000;
    fireEvent.input(did(), { target: { value: `Gisteren: ik belde ${NUMBER} op.` } });
    pressMaskKey();
    expect(did().value).toBe('Gisteren: ik belde [rijksregisternummer] op.');
  });
});

describe('letting it stand', () => {
  test('asks why, keeps the reason and sends', async () => {
    const { background, onSent } = await withNumber();
    fireEvent.click(button(/^Laat staan…/));
    const why = screen.getByLabelText('Waarom mag dit blijven staan?');
    expect(document.activeElement).toBe(why);
    fireEvent.click(button(/^Laat staan$/));
    screen.getByText('Zeg in een paar woorden waarom.');
    type('Waarom mag dit blijven staan?', 'Het is mijn eigen nummer');
    fireEvent.click(button(/^Laat staan$/));
    await screen.findByText('Blijft staan: Het is mijn eigen nummer');
    expect(background.overrides).toEqual([
      { kind: 'national-number', text: NUMBER, reason: 'Het is mijn eigen nummer' },
    ]);
    fireEvent.click(button(/^Verstuur naar/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
    expect(background.sent.join()).not.toContain('eigen nummer');
  });

  test('can be thought better of', async () => {
    await withNumber();
    fireEvent.click(button(/^Laat staan…/));
    fireEvent.click(button(/^Toch niet$/));
    expect(screen.queryByLabelText('Waarom mag dit blijven staan?')).toBeNull();
    expect(document.activeElement).toBe(button(/^Maskeer/));
  });

  test('closes by Escape too', async () => {
    await withNumber();
    fireEvent.click(button(/^Laat staan…/));
    fireEvent.keyDown(screen.getByLabelText('Waarom mag dit blijven staan?'), { key: 'Escape' });
    expect(screen.queryByLabelText('Waarom mag dit blijven staan?')).toBeNull();
    expect(document.activeElement).toBe(button(/^Maskeer/));
  });
});

test('Send brings the focus to what is open and says what to do; once it is masked, it goes', async () => {
  const { background, onSent } = await withNumber();
  fireEvent.click(button(/^Verstuur naar/));
  await screen.findByText('Kijk eerst na wat gemarkeerd is: maskeer het, of laat het staan met een reden.');
  await waitFor(() => expect(document.activeElement).toBe(button(/^Maskeer/)));
  expect(background.sent).toEqual([]);
  fireEvent.click(button(/^Maskeer/));
  await waitFor(() => expect(screen.queryByText(/^Kijk eerst na/)).toBeNull());
  fireEvent.click(button(/^Verstuur naar/));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(background.sent.join()).not.toContain(NUMBER);
});

test('a topic and a link that say so are taken away whole', async () => {
  const { background } = compose(
    draftView({ did: 'Zo.', link: 'https://dms.example/?u=jan%40voorbeeld.be' }),
  );
  type('Onderwerpen', 'rechten, an@voorbeeld.be,');
  fireEvent.click(await screen.findByRole('button', { name: 'Haal weg: E-mailadres an@voorbeeld.be' }));
  await waitFor(() => expect(background.practice.topics).toEqual(['rechten']));
  fireEvent.click(await screen.findByRole('button', { name: 'Haal weg: E-mailadres jan%40voorbeeld.be' }));
  await waitFor(() => expect(background.practice.link).toBeNull());
});
