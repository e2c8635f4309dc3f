import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { compose, DID, type } from './support';

afterEach(cleanup);

describe('what was typed while another window was at the same draft', () => {
  test('is kept, and so is the other text; one goes on here', async () => {
    const { background, onDraft } = compose();
    background.typeElsewhere({ did: 'Van ginder' });
    type(DID, 'Van hier');
    await screen.findByText(
      /^Dit concept is ook in een ander venster gewijzigd\. Beide teksten zijn bewaard/,
    );
    expect(screen.getByRole('region', { name: 'In het andere venster staat:' }).textContent).toContain(
      'Van ginder',
    );
    const [id = ''] = background.apart.keys();
    expect(onDraft).toHaveBeenLastCalledWith(id, false);
    fireEvent.click(screen.getByRole('button', { name: 'Bewaar beide' }));
    await waitFor(() => expect(screen.queryByText(/^Dit concept is ook/)).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText(DID));
    expect(background.practice.did).toBe('Van ginder');
    expect(background.apart.get(id)).toMatchObject({ did: 'Van hier' });
  });

  test('stays a draft of its own when the person goes on with what the other window wrote', async () => {
    const { background, onDraft } = compose();
    background.typeElsewhere({ did: 'Van ginder' });
    type(DID, 'Van hier');
    const take = await screen.findByRole('button', { name: 'Ga verder met het andere venster' });
    type(DID, 'Van hier, en verder');
    fireEvent.click(take);
    await waitFor(() => expect(onDraft).toHaveBeenLastCalledWith('draft', true));
    expect([...background.apart.values()]).toMatchObject([{ did: 'Van hier, en verder' }]);
  });

  test('stays when the draft was sent or deleted in another window, and that is said', async () => {
    const { background } = compose();
    background.gone = true;
    type(DID, 'Van hier');
    await screen.findByText(/^Dit concept is intussen verstuurd of verwijderd/);
    expect([...background.apart.values()]).toMatchObject([{ did: 'Van hier' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Ga hier verder' }));
    await waitFor(() => expect(screen.queryByText(/^Dit concept is intussen/)).toBeNull());
  });
});
