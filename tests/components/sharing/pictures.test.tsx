import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { succeed } from '@/utils/kernel/result';
import { draftView } from '../../support/fake-background';
import { button, compose, own, type } from './support';

const drawn = vi.hoisted(() => ({ next: [] as unknown[] }));
vi.mock('@/components/sharing/redraw', () => ({
  redraw: async () => drawn.next.shift() ?? succeed('data:image/png;base64,AAAA'),
}));

beforeEach(() => {
  drawn.next = [];
});

afterEach(() => {
  cleanup();
  fakeBrowser.reset();
});

const aFile = (kind = 'image/png') => new File(['x'], 'kast', { type: kind });
const choose = (file = aFile()) =>
  fireEvent.change(screen.getByLabelText('Kies een afbeelding'), { target: { files: [file] } });
const words = () => screen.findByLabelText(/Wat is er te zien\? \(afbeelding 1\)/);

describe('pictures in the composer', () => {
  test('one that is chosen is on disk before the text names it, and is shown with its words', async () => {
    const { background } = compose(draftView({ did: 'Zo', communities: [own] }));
    choose();
    await words();
    type(/Wat is er te zien/, 'Een kast');
    await waitFor(() =>
      expect(background.practice.pictures).toEqual([{ id: 'picture-1', description: 'Een kast' }]),
    );
    const names = background.asked.map(({ name }) => name);
    expect(names.indexOf('picture:add')).toBeLessThan(names.lastIndexOf('draft:save'));
    expect(screen.getByAltText('Een kast')).toHaveProperty('src', 'data:image/png;base64,AAAA');
  });

  test('is not sent without words: the field says so and has the focus', async () => {
    const { background } = compose(draftView({ did: 'Zo', communities: [own] }));
    choose();
    const field = await words();
    fireEvent.click(button(/^Verstuur|^Deel|^Plaats/));
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(background.sent).toEqual([]);
  });

  test('that is removed comes back whole, at its place', async () => {
    const { background } = compose(draftView({ did: 'Zo', communities: [own] }));
    choose();
    await words();
    type(/Wat is er te zien/, 'Een kast');
    fireEvent.click(button(/Verwijder afbeelding 1/));
    expect(screen.queryByLabelText(/Wat is er te zien/)).toBeNull();
    fireEvent.click(button(/Ongedaan maken/));
    expect(await words()).toHaveProperty('value', 'Een kast');
    await waitFor(() => expect(background.practice.pictures).toHaveLength(1));
  });

  test('at most four', async () => {
    compose(draftView({ did: 'Zo', communities: [own] }));
    for (const number of [1, 2, 3, 4]) {
      choose();
      await screen.findByLabelText(new RegExp(`afbeelding ${number}\\)`));
    }
    choose();
    expect(await screen.findByText(/Vier afbeeldingen is het meeste/)).toBeDefined();
  });

  test('what is pasted or dropped is taken; what is no picture is told of; a text is left alone', async () => {
    compose(draftView({ did: 'Zo', communities: [own] }));
    const paste = (clipboardData: object) => fireEvent.paste(document.body, { clipboardData });
    paste({ files: [aFile()], types: ['Files', 'text/plain'] });
    expect(screen.queryByLabelText(/Wat is er te zien/)).toBeNull();
    paste({ files: [aFile()], types: ['Files'] });
    await words();
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    const dataTransfer = { files: [aFile('text/plain')], types: ['Files'] };
    document.body.dispatchEvent(Object.assign(drop, { dataTransfer }));
    expect(drop.defaultPrevented).toBe(true);
    expect(await screen.findByText('Daar zat geen afbeelding bij.')).toBeDefined();
  });

  test.each([
    ['cannot be read', { code: 'picture-unreadable' }, /geen afbeelding die Deelgenoot kan lezen/],
    ['is too large', { code: 'picture-too-large' }, /te groot/],
  ])('one that %s is told of', async (_what, error, sentence) => {
    compose(draftView({ did: 'Zo', communities: [own] }));
    drawn.next.push({ ok: false, error });
    choose();
    expect(await screen.findByText(sentence)).toBeDefined();
  });

  test('a disk that refuses is told of, and the text names nothing', async () => {
    const { background } = compose(draftView({ did: 'Zo', communities: [own] }));
    background.refusesPictures = true;
    choose();
    expect((await screen.findAllByText(/de schijf weigerde/)).length).toBeGreaterThan(0);
    expect(background.practice.pictures ?? []).toEqual([]);
  });

  test('where the community takes none, a link is asked for', () => {
    compose(draftView({ did: 'Zo', communities: [{ ...own, pictures: 0 }] }));
    expect(screen.getByText(/neemt geen afbeeldingen aan/)).toBeDefined();
    expect(screen.queryByLabelText('Kies een afbeelding')).toBeNull();
  });
});
