import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Writing } from '@/components/sharing/writing';
import { draftView, FakeBackground } from '../../support/fake-background';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function write(background: FakeBackground, view = background.view()): Writing {
  return new Writing(view, {
    ask: background.ask,
    now: () => Date.now(),
    after: (ms, action) => {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
  });
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(3_000);

describe('a draft', () => {
  test('is saved as typed, and the preview follows what is on disk', async () => {
    const background = new FakeBackground();
    const writing = write(background);
    writing.change({ did: 'Eerst' });
    writing.change({ did: 'Eerst gekeken' });
    await settle();
    expect(background.practice.did).toBe('Eerst gekeken');
    expect(writing.read()).toMatchObject({ saving: 'saved', preview: { text: 'Titel\n\nEerst gekeken' } });
  });

  test('whose disk refuses stays on the screen as “not saved”, and is saved once the disk takes it', async () => {
    const background = new FakeBackground();
    background.problem = { code: 'disk-refused' };
    const writing = write(background);
    writing.change({ did: 'Eerst' });
    await settle();
    expect(writing.read()).toMatchObject({
      saving: 'not-saved',
      problem: { code: 'disk-refused' },
      practice: { did: 'Eerst' },
    });
    background.problem = null;
    await settle();
    expect(background.practice.did).toBe('Eerst');
    expect(writing.read()).toMatchObject({ saving: 'saved', problem: null });
  });

  test('keeps both texts when another window saved in the meantime: what is typed here goes on apart', async () => {
    const background = new FakeBackground();
    const writing = write(background);
    background.typeElsewhere({ did: 'Van het andere venster' });
    writing.change({ did: 'Van hier' });
    await settle();
    const { draftId, apart } = writing.read();
    expect(apart).toMatchObject({ from: 'draft', text: { did: 'Van het andere venster' } });
    expect(background.practice.did).toBe('Van het andere venster');
    writing.change({ did: 'Van hier, en verder' });
    await settle();
    expect(writing.read()).toMatchObject({ saving: 'saved', draftId });
    expect([...background.apart]).toMatchObject([[draftId, { did: 'Van hier, en verder' }]]);
    writing.settleApart();
    expect(writing.read().apart).toBeNull();
  });

  test('that was sent or deleted elsewhere takes no text along: what is typed here goes on apart', async () => {
    const background = new FakeBackground();
    const writing = write(background);
    background.gone = true;
    writing.change({ did: 'Van hier' });
    await settle();
    expect(writing.read()).toMatchObject({ saving: 'saved', apart: { from: 'draft', text: null } });
    expect([...background.apart.values()]).toMatchObject([{ did: 'Van hier' }]);
  });

  test('of which the page goes just when another window saved loses neither text', async () => {
    const background = new FakeBackground();
    background.takesMs = 300;
    const writing = write(background);
    background.typeElsewhere({ did: 'Van het andere venster' });
    writing.change({ did: 'A' });
    await vi.advanceTimersByTimeAsync(100);
    writing.change({ did: 'AB' });
    writing.leave();
    await settle();
    expect(background.practice.did).toBe('Van het andere venster');
    expect([...background.apart.values()]).toMatchObject([{ did: 'AB' }]);
  });

  test('does not take its own save, whose answer was lost, for somebody else’s', async () => {
    const background = new FakeBackground();
    const writing = write(background);
    background.losesNextAnswer = true;
    writing.change({ did: 'Eerst' });
    await vi.advanceTimersByTimeAsync(10);
    writing.change({ did: 'Eerst gekeken' });
    await settle();
    expect(writing.read()).toMatchObject({ saving: 'saved', apart: null });
    expect(background.practice.did).toBe('Eerst gekeken');
  });

  test('saves the last key when the page goes while an earlier save is under way', async () => {
    const background = new FakeBackground();
    background.takesMs = 300;
    const writing = write(background);
    writing.change({ did: 'A' });
    await vi.advanceTimersByTimeAsync(100);
    writing.change({ did: 'AB' });
    writing.leave();
    await vi.advanceTimersByTimeAsync(700);
    expect(background.practice.did).toBe('AB');
    expect(writing.read().apart).toBeNull();
  });
});

describe('sending', () => {
  test('saves the last key first, and sends exactly what the preview then shows', async () => {
    const background = new FakeBackground();
    const writing = write(background);
    writing.change({ did: 'A' });
    writing.change({ did: 'AB' });
    const sent = writing.send({ community: null, placeId: null, audience: 'members' });
    await settle();
    expect((await sent).ok).toBe(true);
    expect(background.sent).toEqual(['Titel\n\nAB']);
  });

  test('does not happen when the last key cannot be saved', async () => {
    const background = new FakeBackground();
    background.problem = { code: 'disk-refused' };
    const writing = write(background);
    writing.change({ did: 'A' });
    const sent = writing.send({ community: null, placeId: null, audience: 'members' });
    await vi.advanceTimersByTimeAsync(100);
    expect(await sent).toEqual({ ok: false, error: { code: 'disk-refused' } });
    expect(background.sent).toEqual([]);
  });
});

describe('title and link of the page', () => {
  const page = { title: 'Dossier 12', link: 'https://dms.example/12' };
  const own = { id: 'own', scope: 'own' as const };
  const across = { id: 'across', scope: 'across' as const };

  test('stand in a new draft inside the own organisation', () => {
    const background = new FakeBackground(draftView({ page, communities: [own], title: '' }));
    const { practice } = write(background).read();
    expect(practice).toMatchObject({ title: 'Dossier 12', link: 'https://dms.example/12' });
  });

  test('do not stand in it where the community is across organisations, or where there is none yet', () => {
    for (const communities of [[across], []]) {
      const view = draftView({ page, communities, title: page.title, link: page.link });
      expect(write(new FakeBackground(view)).read().practice).toMatchObject({ title: '', link: null });
    }
  });

  test('go away when the person turns to a community across organisations; their own words stay', () => {
    const background = new FakeBackground(draftView({ page, communities: [own, across], title: '' }));
    const writing = write(background);
    writing.change({ title: 'Mijn titel' });
    writing.choose(writing.read().communities[1] ?? null);
    expect(writing.read().practice).toMatchObject({ title: 'Mijn titel', link: null });
  });
});
