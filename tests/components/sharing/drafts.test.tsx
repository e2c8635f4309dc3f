import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { draftView } from '../../support/fake-background';
import { button, compose, DID, type } from './support';

afterEach(cleanup);

const here = { id: 'draft', title: 'Dit', updatedAt: 0, corrects: false };
const other = { id: 'other', title: 'Rechten nakijken', updatedAt: 0, corrects: false };

/** The composer with other drafts beside it; what it is told of them comes a moment later. */
async function composeBeside(framed: boolean) {
  const composed = compose(draftView({ title: '', framed }), [here, other]);
  if (!framed) await screen.findByText('Een ander concept');
  return composed;
}

test('goes on with another draft once what stands here is on disk', async () => {
  const { background, onDraft } = await composeBeside(false);
  type(DID, 'Halverwege');
  fireEvent.click(button(/^Rechten nakijken$/));
  await waitFor(() => expect(onDraft).toHaveBeenCalledWith('other', true));
  expect(background.practice.did).toBe('Halverwege');
});

test('stays here where the disk refuses', async () => {
  const { background, onDraft } = await composeBeside(false);
  type(DID, 'Halverwege');
  background.problem = { code: 'disk-refused' };
  fireEvent.click(button(/^Rechten nakijken$/));
  await screen.findAllByText(/^Niet bewaard: de schijf weigerde/);
  expect(onDraft).not.toHaveBeenCalledWith('other', true);
});

test('begins a new one', async () => {
  const { onDraft } = await composeBeside(false);
  fireEvent.click(button(/^Begin een nieuw concept$/));
  await waitFor(() => expect(onDraft).toHaveBeenCalledWith('draft', true));
});

test('a frame has its own draft and asks for no other', async () => {
  const { background } = await composeBeside(true);
  type(DID, 'Iets');
  await waitFor(() => expect(background.practice.did).toBe('Iets'));
  expect(background.asked.map(({ name }) => name)).not.toContain('drafts:list');
  expect(screen.queryByRole('button', { name: 'Begin een nieuw concept' })).toBeNull();
});
