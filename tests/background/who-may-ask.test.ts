import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contract, type MessageName } from '@/utils/messaging/contract';
import { remember } from '@/utils/prompting/history';
import {
  aBackground,
  activity,
  duePrompt,
  framed,
  inPage,
  NOW,
  popup,
  SITE,
} from '../support/background-world';

const practice = { title: 'T', did: 'D', why: '', tip: '', topics: [], link: null, language: 'nl' };

async function shared() {
  const world = aBackground();
  await world.db.prompts.add(duePrompt);
  const reply = await world.ask('prompt:answer', { promptId: 'prompt', answer: 'share' }, inPage);
  const path = reply.ok ? (reply.value?.framePath ?? '') : '';
  const ticket = new URL(path, 'https://x.example').hash.replace('#ticket=', '');
  return { ...world, ticket };
}

describe('who may ask what', () => {
  test.each(Object.keys(contract) as MessageName[])(
    '%s is answered to nobody whom we do not know',
    async (name) => {
      expect(await aBackground().ask(name, {}, null)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    },
  );

  test.each(
    (Object.keys(contract) as MessageName[]).filter((name) => !contract[name].callers.includes('in-page')),
  )('a script in a page may not ask %s', async (name) => {
    expect(await aBackground().ask(name, {}, inPage)).toEqual({ ok: false, error: { code: 'not-allowed' } });
  });

  test('a request of another form is refused before anybody looks at it', async () => {
    const answered = await aBackground().ask('prompt:answer', { promptId: 7, answer: 'share' }, inPage);
    expect(answered).toEqual({ ok: false, error: { code: 'bad-request' } });
  });

  test('a page hears of the prompt of its own tab and site only', async () => {
    const { db, ask } = aBackground();
    await db.prompts.add(duePrompt);
    expect(await ask('prompt:claim', {}, { ...inPage, tabId: 8 })).toEqual({ ok: true, value: null });
    expect(await ask('prompt:claim', {}, { ...inPage, origin: 'https://other.example' })).toEqual({
      ok: true,
      value: null,
    });
    const own = await ask('prompt:claim', {}, inPage);
    expect(own.ok && own.value?.words.sentence).toContain('Aktenplan');
  });

  test('a text that has gone since is not offered to go on with; what is due is', async () => {
    const { db, ask } = aBackground();
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('gone'));
    await db.prompts.add(duePrompt);
    await ask('prompt:answer', { promptId: duePrompt.id, answer: 'share' }, inPage);
    await ask('prompt:left', { promptId: duePrompt.id }, inPage); // to another site
    await db.drafts.clear(); // sent, or deleted
    await db.prompts.add({ ...duePrompt, id: 'next', activity: { ...activity, id: 'next' } });
    const claimed = await ask('prompt:claim', {}, inPage);
    expect(claimed).toMatchObject({ ok: true, value: { promptId: 'next', resumes: false } });
  });

  test("a page cannot answer another tab's prompt", async () => {
    const { db, ask } = aBackground();
    await db.prompts.add(duePrompt);
    const request = { promptId: 'prompt', answer: 'never-site' };
    expect(await ask('prompt:answer', request, { ...inPage, tabId: 8 })).toMatchObject({ ok: false });
    expect((await db.prompts.get('prompt'))?.state).toBe('due');
  });
});

describe('the ticket of a framed sidebar', () => {
  test('opens the draft of its activity, once', async () => {
    const { ask, ticket } = await shared();
    const opened = await ask('draft:open', { ticket }, framed);
    expect(opened.ok && opened.value.draft.activityId).toBe(activity.id);
    const elsewhere = { ...framed, frame: '7:4:other' };
    expect(await ask('draft:open', { ticket }, elsewhere)).toEqual({
      ok: false,
      error: { code: 'ticket-spent' },
    });
  });

  test('is worth nothing in another tab, and then to nobody', async () => {
    const { ask, ticket } = await shared();
    expect(await ask('draft:open', { ticket }, { ...framed, tabId: 8 })).toMatchObject({ ok: false });
    expect(await ask('draft:open', { ticket }, framed)).toMatchObject({ ok: false });
  });

  test('a frame without one opens nothing, whatever draft it names', async () => {
    const { db, ask } = await shared();
    const [draft] = await db.drafts.toArray();
    expect(await ask('draft:open', { draftId: draft?.id }, framed)).toEqual({
      ok: false,
      error: { code: 'ticket-spent' },
    });
  });

  test('lets the frame save, send and read its own draft, and no other', async () => {
    const { ask, ticket, db } = await shared();
    const opened = await ask('draft:open', { ticket }, framed);
    const mine = opened.ok ? opened.value.draft.id : '';
    const other = await ask('draft:new', {}, popup);
    const others = other.ok ? other.value.draftId : '';
    const save = (draftId: string) =>
      ask(
        'draft:save',
        { draftId, revision: 0, practice, communityId: null, unanswered: [], spareId: 'spare' },
        framed,
      );
    expect(await save(others)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    const saved = await save(mine);
    const text = saved.ok ? saved.value.preview.text : '';
    const order = { draftId: mine, revision: 1, communityId: null, placeId: null, audience: 'members', text };
    expect(await ask('draft:send', order, framed)).toMatchObject({
      ok: true,
      value: { state: 'parked', reason: 'not-connected' },
    });
    expect(await ask('entry:read', { entryId: mine }, framed)).toMatchObject({ ok: true });
    expect(await ask('entry:read', { entryId: others }, framed)).toEqual({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await db.entries.count()).toBe(1);
  });
});

describe('answers to a prompt', () => {
  test.each([
    ['not-now', { state: 'answered', answer: 'not-now' }],
    ['keep', { state: 'kept', reason: 'saved-for-later' }],
  ])('%s is remembered', async (answer, expected) => {
    const { db, ask } = aBackground();
    await db.prompts.add(duePrompt);
    await db.history.add(remember(duePrompt.activity, 'eligible'));
    await ask('prompt:answer', { promptId: 'prompt', answer }, inPage);
    expect(await db.prompts.get('prompt')).toMatchObject(expected);
    // Answered before two seconds were over, and seen all the same.
    const past = await db.history.get(duePrompt.activity.id);
    expect(past).toMatchObject({ answer, answeredAt: NOW, shownAt: NOW });
  });

  test('"never for this" becomes a rule that can be read and forgotten', async () => {
    const { db, ask, services } = aBackground();
    await db.prompts.add(duePrompt);
    await ask('prompt:answer', { promptId: 'prompt', answer: 'never-verb' }, inPage);
    expect((await services.settings()).never).toEqual([{ site: SITE, verb: 'edit' }]);
    await ask('settings:forget-never', { site: SITE, verb: 'edit' }, popup);
    expect((await services.settings()).never).toEqual([]);
  });

  test('pressing "share" twice goes on with the same draft', async () => {
    const { db, ask } = await shared();
    await ask('prompt:answer', { promptId: 'prompt', answer: 'share' }, inPage);
    expect(await db.drafts.count()).toBe(1);
  });
});
