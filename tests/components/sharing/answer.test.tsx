import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ArrivedList } from '@/components/outbox/ArrivedList';
import { OutboxList } from '@/components/outbox/OutboxList';
import { arrivedActions, entryActions } from '@/entrypoints/popup/actions';
import { draftView, entryView, postView } from '../../support/fake-background';
import { answerMessages, draw, waitingOf } from '../support';
import { button, compose, DID, type } from './support';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const answers = {
  entryId: 'first',
  postId: '12',
  title: 'Mappen',
  communityId: 'own',
  placeId: 'g1',
  audience: 'followers',
} as const;

test.each([
  ['arrived', () => draw(<ArrivedList posts={[postView()]} now={0} actions={arrivedActions} />)],
  [
    'waits',
    () => draw(<OutboxList discarded={[]} waiting={waitingOf(entryView())} now={0} actions={entryActions} />),
  ],
])('a post that %s can be added to: a draft in a window of its own', async (_how, show) => {
  const asked = answerMessages({ 'entry:answer': { draftId: 'addition' } });
  const opened = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never);
  vi.spyOn(fakeBrowser.extension, 'getViews').mockReturnValue([] as never);
  show();
  fireEvent.click(button(/^Meer: “Titel”$/));
  fireEvent.click(button(/^Vul aan: “Titel”$/));
  await waitFor(() => expect(opened).toHaveBeenCalled());
  expect(asked).toEqual([{ name: 'entry:answer', request: { entryId: 'draft' } }]);
  expect(opened.mock.calls[0]?.[0]?.url).toMatch(/\?draft=addition$/);
});

test('what is gone cannot be added to', () => {
  draw(
    <OutboxList
      discarded={[]}
      waiting={waitingOf(entryView({ canAnswer: false }))}
      now={0}
      actions={entryActions}
    />,
  );
  fireEvent.click(button(/^Meer: “Titel”$/));
  expect(screen.queryByRole('button', { name: /^Vul aan/ })).toBeNull();
});

test('an addition has no choice of where it goes, and says what it stands under', async () => {
  const communities = [{ id: 'own', audiences: ['members', 'followers'] }] as const;
  const { background, onSent } = compose(draftView({ did: 'Zo.', communities, answers }));
  screen.getByText('Dit vult “Mappen” aan en komt eronder te staan.');
  screen.getByText(/^Dit gaat naar Informatiebeheer, onder “Mappen”\./);
  expect(screen.queryByLabelText('Wie het kan lezen')).toBeNull();
  type(DID, 'En dit nog.');
  fireEvent.click(button(/^Verstuur naar Informatiebeheer — alleen je volgers$/));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  const order = background.asked.find(({ name }) => name === 'draft:send')?.request;
  expect(order).toMatchObject({ communityId: 'own', placeId: 'g1', audience: 'followers' });
});

test('an addition to what waits for a first community waits with it', async () => {
  const homeless = { ...answers, postId: null, communityId: null };
  const { background, onSent } = compose(draftView({ did: 'Zo.', answers: homeless }));
  screen.getByText(/^Dit komt onder het bericht waar het bij hoort\./);
  fireEvent.click(button(/^Bewaar: vertrekt zodra je verbonden bent$/));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  const order = background.asked.find(({ name }) => name === 'draft:send')?.request;
  expect(order).toMatchObject({ communityId: null, placeId: 'g1', audience: 'followers' });
});
