import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepCommunity } from '@/utils/community/store';
import { deliver } from '@/utils/outbox/deliver';
import type { Practice } from '@/utils/practice/practice';
import { SENSITIVE_KINDS } from '@/utils/privacy/finding';
import { aBackground, framed, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, createLock, must } from '../support/outbox-world';

const community = aCommunity({ pictures: 4 });
const NATIONAL = '93.05.18-223.61';

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
});

/** One draft that is written and sent. */
async function aDraft() {
  const world = aBackground();
  const { db, services, ask } = world;
  await keepCommunity(db, community, TOKEN);
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const to = { communityId: community.id, placeId: null, audience: 'members' as const };
  const write = async (change: Partial<Practice>) => {
    const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    const practice = { ...draft.practice, title: 'Titel', did: 'Zo.', ...change };
    const order = { draftId, revision: draft.revision, practice, communityId: community.id };
    return must(await ask<'draft:save'>('draft:save', order, popup));
  };
  const send = async () => {
    const { draft, preview } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
    return ask<'draft:send'>(
      'draft:send',
      { draftId, revision: draft.revision, text: preview.text, ...to },
      popup,
    );
  };
  const letStand = (text: string, reason = 'Het is mijn eigen nummer') =>
    ask('draft:override', { draftId, kind: 'national-number', text, reason }, popup);
  const run = () => {
    const { perform, clock } = services;
    return deliver({ db, clock, perform, random: () => 0.5, lock: createLock() });
  };
  return { ...world, draftId, write, send, letStand, run };
}

const OPEN = { ok: false, error: { code: 'privacy-open' } };

describe('what says who somebody is', () => {
  test('in a field that its kind does not send is not in the way: nobody sees it there', async () => {
    const { write, send } = await aDraft();
    const tip = `Bel ${NATIONAL} eerst.`;
    expect((await write({ tip })).preview.problems).toEqual(['privacy-open']);
    expect((await write({ tip, kind: 'question' })).preview).toMatchObject({ problems: [], findings: [] });
    expect(must(await send()).text).not.toContain(NATIONAL);
  });

  test('is told of with the preview, and keeps the text from being sent until it is masked', async () => {
    const { write, send, server, run } = await aDraft();
    const { preview } = await write({ did: `Ik belde ${NATIONAL} op.` });
    expect(preview.problems).toEqual(['privacy-open']);
    const [finding] = preview.findings;
    expect(finding).toMatchObject({
      field: 'did',
      start: 9,
      end: 24,
      kind: 'national-number',
      text: NATIONAL,
      mask: '[rijksregisternummer]',
      reason: null,
    });
    expect(await send()).toEqual(OPEN);
    const masked = await write({ did: `Ik belde ${finding?.mask} op.` });
    expect(masked.preview).toMatchObject({ problems: [], findings: [] });
    must(await send());
    must(await run());
    expect(server.posts.map(({ text }) => text).join()).toContain('[rijksregisternummer]');
    expect(JSON.stringify(server.requests)).not.toContain('223.61');
  });

  test('may stand with a reason, however it is written then; the reason stays here', async () => {
    const { db, draftId, write, send, letStand, server, run } = await aDraft();
    await write({ did: `Mijn nummer is ${NATIONAL}.` });
    must(await letStand(NATIONAL));
    const { preview } = await write({ did: 'Mijn nummer is 930518 223 61.' });
    expect(preview.problems).toEqual([]);
    expect(preview.findings).toMatchObject([{ reason: 'Het is mijn eigen nummer' }]);
    must(await send());
    must(await run());
    expect(server.posts).toHaveLength(1);
    expect(JSON.stringify(server.requests)).not.toContain('eigen nummer');
    expect((await db.entries.get(draftId))?.overrides).toHaveLength(1);
  });

  test('that was let stand is not asked about again once the text is taken back', async () => {
    const { ask, draftId, write, send, letStand } = await aDraft();
    await write({ did: `Mijn nummer is ${NATIONAL}.` });
    must(await letStand(NATIONAL));
    must(await send());
    must(await ask('entry:take-back', { entryId: draftId }, popup));
    must(await send());
  });

  test.each<[string, Partial<Practice>, object]>([
    ['a title', { title: `Over ${NATIONAL}` }, { field: 'title' }],
    ['the second topic', { topics: ['rechten', 'jan@voorbeeld.be'] }, { field: 'topics', index: 1 }],
    ['a link', { link: 'https://dms.example/?u=jan%40voorbeeld.be' }, { field: 'link', kind: 'e-mail' }],
    ['a picture', { pictures: [{ id: 'p', description: `Kaart van ${NATIONAL}` }] }, { field: 'pictures' }],
    [
      'a number that a title says is one',
      { title: 'Mijn gsm', did: '0470123456' },
      { field: 'did', kind: 'phone' },
    ],
  ])('is found in %s', async (_where, change, expected) => {
    const { write, send } = await aDraft();
    const { preview } = await write(change);
    expect(preview.findings).toMatchObject([expected]);
    expect(await send()).toEqual(OPEN);
  });

  test('is one finding, and one decision, also where a community takes Markdown', async () => {
    const { db, write, letStand, send } = await aDraft();
    await db.communities.update(community.id, { format: 'markdown' });
    const { preview } = await write({ did: `1. Voor ${NATIONAL}, *dus* niet __zo__.` });
    expect(preview.findings).toMatchObject([{ field: 'did', text: NATIONAL }]);
    must(await letStand(NATIONAL));
    must(await send());
  });

  test.each(['93.05.18-**223**.61', '93\\.05\\.18\\-223\\.61'])('is found through marks: %s', async (did) => {
    const { write } = await aDraft();
    expect((await write({ did })).preview.problems).toEqual(['privacy-open']);
  });

  test('is found in what is sent where only tidying makes it one', async () => {
    const { write, send } = await aDraft();
    const { preview } = await write({ title: '93.05.18      -      223.61' });
    expect(preview.text).toContain('93.05.18 - 223.61');
    expect(preview.findings).toMatchObject([{ field: 'whole', text: '93.05.18 - 223.61' }]);
    expect(await send()).toEqual(OPEN);
  });

  test('is also what the organisation says, by policy', async () => {
    const { write, send, policy } = await aDraft();
    await write({ did: 'Zie dos-2024-0012.' });
    policy.current = { dossierPatterns: ['DOS-####-####'] };
    expect(await send()).toEqual(OPEN);
  });
});

test('a frame lets nothing stand in a draft that is not its own', async () => {
  const { ask, draftId } = await aDraft();
  const order = { draftId, kind: 'iban', text: 'x', reason: 'y' };
  expect(await ask('draft:override', order, framed)).toEqual({ ok: false, error: { code: 'not-allowed' } });
});

test('a reason is needed, and a draft', async () => {
  const { letStand, ask } = await aDraft();
  expect(await letStand(NATIONAL, '')).toMatchObject({ error: { code: 'bad-request' } });
  const order = { draftId: 'none', kind: 'iban', text: 'x', reason: 'y' };
  expect(await ask('draft:override', order, popup)).toMatchObject({ error: { code: 'draft-gone' } });
});

test('whatever is typed around it, a number that is whole where it is read never leaves unseen', async () => {
  const { ask, draftId } = await aDraft();
  const space = fc.constantFrom(' ', '\n', '\n\n', '  ', '\t', '', '\u200b', '\u00a0');
  const field = fc.tuple(fc.constantFrom('title', 'did', 'why', 'tip'), space, space);
  await fc.assert(
    fc.asyncProperty(field, async ([name, before, after]) => {
      const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
      const practice = { ...draft.practice, title: 'T', did: 'D', [name]: `x${before}${NATIONAL}${after}y` };
      const order = { draftId, revision: draft.revision, practice, communityId: null };
      const { preview } = must(await ask<'draft:save'>('draft:save', order, popup));
      expect(preview.problems).toContain('privacy-open');
    }),
    { numRuns: 50 },
  );
});

test('there is a word for every kind', async () => {
  const { services } = aBackground();
  const t = await services.textIn('nl');
  for (const kind of SENSITIVE_KINDS)
    expect(t(`guard.kind-${kind}`).toLowerCase()).toContain(t(`guard.mask-${kind}`));
});
