import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { PracticesToRead } from '@/components/guide/PracticesToRead';
import { Rehearsal } from '@/components/guide/Rehearsal';
import { answerMessages, draw } from '../support';

afterEach(cleanup);

const QUESTION = 'Wat deed je dat een collega kan hergebruiken?';
const SEND = 'Verstuur (oefening)';

function type(text: string): void {
  fireEvent.input(screen.getByLabelText(QUESTION), { target: { value: text } });
}

function current(): string | null | undefined {
  return screen.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'step')
    ?.textContent;
}

describe('the rehearsal', () => {
  test('goes the whole way of a practice and erases itself, with no message but the look', async () => {
    const asked = answerMessages({
      'rehearsal:look': { text: 'Ik ruimde op.', found: [], masked: 'Ik ruimde op.' },
    });
    draw(<Rehearsal onErased={() => undefined} />);
    expect(current()).toBe('Concept');
    type('Ik ruimde op.');
    await waitFor(() => expect(asked).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: SEND }));
    await waitFor(() => expect(current()).toBe('Wacht'));
    screen.getByText('Ik ruimde op.');
    await waitFor(() => expect(current()).toBe('Gewist'), { timeout: 8_000 });
    expect(screen.queryByText('Ik ruimde op.')).toBeNull();
    screen.getByText(/Er is niets bewaard en niets vertrokken/);
    expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['rehearsal:look']));
    fireEvent.click(screen.getByRole('button', { name: 'Nog eens oefenen' }));
    expect((screen.getByLabelText(QUESTION) as HTMLTextAreaElement).value).toBe('');
  }, 12_000);

  test('stops at a number that says who somebody is, and masks it in one press', async () => {
    const text = 'Voor 93.05.18-223.61';
    const masked = 'Voor [rijksregisternummer]';
    answerMessages({
      'rehearsal:look': { text, found: [{ kind: 'national-number', text: '93.05.18-223.61' }], masked },
    });
    draw(<Rehearsal onErased={() => undefined} />);
    type(text);
    fireEvent.click(await screen.findByRole('button', { name: 'Maskeer' }));
    expect((screen.getByLabelText(QUESTION) as HTMLTextAreaElement).value).toBe(masked);
  });

  test('does not go on with nothing, nor with a number that was typed too fast to be marked, and says so', async () => {
    const found = [{ kind: 'national-number' as const, text: '93.05.18-223.61' }];
    answerMessages({ 'rehearsal:look': { text: '93.05.18-223.61', found, masked: '[…]' } });
    draw(<Rehearsal onErased={() => undefined} />);
    fireEvent.click(screen.getByRole('button', { name: SEND }));
    screen.getByText('Schrijf eerst een zin, of laat een voorbeeld invullen.');
    type('93.05.18-223.61');
    fireEvent.click(screen.getByRole('button', { name: SEND }));
    await screen.findByText(/Kijk eerst na wat gemarkeerd is/);
    expect(current()).toBe('Concept');
  });
});

describe('practices to read', () => {
  const practice = (id: string) => ({
    ...{
      id,
      title: `Praktijk ${id}`,
      did: 'Zo.',
      authorName: 'An',
      url: `https://c.example/${id}`,
      thanks: 2,
    },
  });

  test('are those of the community where there are three', async () => {
    answerMessages({ 'guide:practices': { practices: ['a', 'b', 'c'].map(practice) } });
    draw(<PracticesToRead />);
    const link = await screen.findByRole('link', { name: 'Praktijk a' });
    expect(link.getAttribute('href')).toBe('https://c.example/a');
    expect(screen.queryByText('Voorbeeld van Deelgenoot')).toBeNull();
    expect(screen.getAllByText('An · 2 keer dank')).toHaveLength(3);
  });

  test('are filled up with examples that say they are', async () => {
    answerMessages({ 'guide:practices': { practices: [practice('a')] } });
    draw(<PracticesToRead />);
    await screen.findByRole('link', { name: 'Praktijk a' });
    expect(screen.getAllByText('Voorbeeld van Deelgenoot')).toHaveLength(2);
  });
});
