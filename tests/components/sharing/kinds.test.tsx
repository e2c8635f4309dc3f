import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Practice } from '@/utils/practice/practice';
import { draftView } from '../../support/fake-background';
import { button, compose, DID, own, type } from './support';

afterEach(cleanup);

const answers = {
  entryId: null,
  postId: '12',
  title: 'Hoe sluit je een dossier af?',
  communityId: 'own',
  placeId: null,
  audience: 'members',
} as const;

/** What there is to fill in, by its label. */
const labels = () =>
  screen.getAllByRole('textbox').map((box) => (box as HTMLTextAreaElement).labels?.[0]?.textContent);

test('a new post tells, unless the person says that it asks; what was typed stays', async () => {
  const { background } = compose(draftView({ title: '', communities: [own] }));
  type(DID, 'Ik wil iets');
  type('Wat zou je anders doen?', 'Vroeger beginnen');
  fireEvent.click(screen.getByRole('radio', { name: 'Ik stel een vraag' }));
  await waitFor(() => expect(background.practice.kind).toBe('question'));
  screen.getByRole('heading', { name: 'Stel een vraag aan je collega’s' });
  expect(labels()).toEqual(['Wat wil je weten?', 'Waarvoor heb je het nodig?', 'Titel', 'Onderwerpen']);
  expect(screen.getByLabelText<HTMLTextAreaElement>('Wat wil je weten?').value).toBe('Ik wil iets');
  fireEvent.click(screen.getByRole('radio', { name: 'Ik deel iets' }));
  await waitFor(() => expect(background.practice.kind).toBeUndefined());
  expect(screen.getByLabelText<HTMLTextAreaElement>('Wat zou je anders doen?').value).toBe(
    'Vroeger beginnen',
  );
});

describe('an answer and a reuse', () => {
  const draw = (kind: Practice['kind']) =>
    compose(draftView({ title: '', communities: [own], answers, ...(kind === undefined ? {} : { kind }) }));

  test('an answer is one text', async () => {
    const { onSent } = draw('answer');
    screen.getByText('Je antwoord komt onder “Hoe sluit je een dossier af?” te staan.');
    expect(labels()).toEqual(['Je antwoord']);
    expect(screen.queryByRole('radio')).toBeNull();
    fireEvent.click(button(/^Verstuur/));
    await screen.findByText('Schrijf eerst je antwoord.');
    expect(document.activeElement).toBe(screen.getByLabelText('Je antwoord'));
    type('Je antwoord', 'Zo.');
    fireEvent.click(button(/^Verstuur/));
    await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  });

  test('a reuse is one line', () => {
    draw('reuse');
    const line = screen.getByLabelText('Waarvoor heb je het hergebruikt?');
    expect(line.tagName).toBe('INPUT');
    expect(document.activeElement).toBe(line);
  });

  test('what adds to a practice of one’s own has every field', () => {
    draw(undefined);
    expect(labels()).toHaveLength(5);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
