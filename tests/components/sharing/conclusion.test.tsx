import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { draftView } from '../../support/fake-background';
import { button, compose, type } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const concludes = {
  ...{ entryId: 'first', postId: '12', title: 'Mappen', communityId: 'own', placeId: null },
  audience: 'members',
} as const;

function conclusion(communities: Parameters<typeof draftView>[0] = {}) {
  const view = draftView({ ...communities });
  const link = 'https://community.example/@an/1';
  const practice = { ...view.draft.practice, kind: 'conclusion' as const, link };
  return { ...view, draft: { ...view.draft, practice, concludes } };
}

test('a conclusion asks what was agreed, and says about what', () => {
  compose(conclusion());
  screen.getByRole('heading', { name: 'Zet de conclusie op een pagina' });
  screen.getByText(/^Wat spraken jullie af over “Mappen”\?/);
  screen.getByLabelText('Wat spraken jullie af?');
  screen.getByLabelText(/^Waarom zo\?/);
  expect(screen.queryByLabelText(/anders doen/)).toBeNull();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Afbeeldingen' }), 'no page takes any').toBeNull();
  screen.getByRole('region', { name: 'Het gesprek' });
});

test('it can be kept as a file, with all that was typed', async () => {
  const { background, tools } = compose(conclusion({ communities: [] }));
  screen.getByText(/nog geen wiki of website verbonden/);
  const answered = background.ask;
  const file = { name: 'deelgenoot-DG-ABCD-EFGH.md', text: '**Mappen**' };
  Object.assign(background, {
    ask: (name: string, request: never) =>
      name === 'draft:file' ? Promise.resolve({ ok: true, value: file }) : answered(name as never, request),
  });
  type('Wat spraken jullie af?', 'Altijd per zaak.');
  fireEvent.click(button(/^Bewaar als Markdown-bestand$/));
  await waitFor(() => expect(tools.download).toHaveBeenCalledWith(file.name, file.text));
  expect(background.practice.did).toBe('Altijd per zaak.');
});
