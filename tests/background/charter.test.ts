import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Practice } from '@/utils/practice/practice';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import { aBackground, framed, inPage, popup } from '../support/background-world';

beforeEach(() => fakeBrowser.reset());

const helpdesk = { kind: 'helpdesk', channel: 'ICT-loket' } as const;
const ASKS_FOR_HELP = 'Mijn wachtwoord is verlopen en de printer doet het niet.';

/** A background with a draft in which somebody wrote this. */
async function writing(did: string, change: Partial<Practice> = {}) {
  const background = aBackground();
  const { ask } = background;
  const begun = await ask('draft:new', {}, popup);
  const draftId = begun.ok ? begun.value.draftId : '';
  let revision = 0;
  const save = async (text = did) => {
    const practice = {
      title: '',
      did: text,
      why: '',
      tip: '',
      topics: [],
      link: null,
      language: 'nl',
      ...change,
    };
    const saved = await ask('draft:save', { draftId, revision, practice, communityId: null }, popup);
    if (!saved.ok) throw new Error(saved.error.code);
    revision = saved.value.revision;
    return saved.value.preview.compass;
  };
  return { ...background, draftId, save };
}

describe('while somebody writes', () => {
  test('nothing is said without a charter', async () => {
    const { save } = await writing(ASKS_FOR_HELP);
    expect(await save()).toBeNull();
  });

  test('the channel of the person is named, with the words that say so', async () => {
    const { ask, save } = await writing(ASKS_FOR_HELP);
    expect(await ask('charter:save', { charter: [helpdesk] }, popup)).toEqual({ ok: true, value: null });
    expect(await save()).toEqual({
      ...helpdesk,
      link: null,
      because: null,
      cues: expect.arrayContaining(['wachtwoord', 'printer']),
    });
  });

  test('the channel of the organisation goes before that of the person', async () => {
    const { ask, policy, save } = await writing(ASKS_FOR_HELP);
    await ask('charter:save', { charter: [helpdesk] }, popup);
    const link = 'https://ict.stad.example/';
    policy.current = {
      charter: [{ kind: 'helpdesk', channel: 'Servicedesk', link, because: 'Daar kijkt men.' }],
    };
    expect(await save()).toMatchObject({ channel: 'Servicedesk', link, because: 'Daar kijkt men.' });
  });

  test('it is there when the draft is opened again, and the settings show both charters', async () => {
    const { ask, draftId, policy, save } = await writing(ASKS_FOR_HELP);
    policy.current = { charter: [{ kind: 'news', channel: 'Intranet' }] };
    await ask('charter:save', { charter: [helpdesk] }, popup);
    await save();
    const opened = await ask('draft:open', { draftId }, popup);
    expect(opened.ok && opened.value.preview.compass?.channel).toBe('ICT-loket');
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.2.3' } as never);
    const settings = await ask('settings:read', {}, popup);
    expect(settings.ok && settings.value.charter).toEqual({
      own: [helpdesk],
      organisation: [{ kind: 'news', channel: 'Intranet' }],
    });
  });

  test('who shares here anyway hears no more of it for this draft', async () => {
    const { ask, draftId, save } = await writing(ASKS_FOR_HELP);
    await ask('charter:save', { charter: [helpdesk] }, popup);
    expect(await ask('compass:stay', { draftId }, popup)).toEqual({ ok: true, value: null });
    expect(await save()).toBeNull();
    expect(await save(`${ASKS_FOR_HELP} En de muis ook.`)).toBeNull();
  });

  test.each(['answer', 'reuse'] as const)('an %s is where it belongs already', async (kind) => {
    const { ask, save } = await writing(ASKS_FOR_HELP, { kind });
    await ask('charter:save', { charter: [helpdesk] }, popup);
    expect(await save()).toBeNull();
  });
});

describe('who may', () => {
  test('only a page of our own sets a charter, and a frame speaks of its own draft', async () => {
    const { ask, draftId } = await writing(ASKS_FOR_HELP);
    const refused = { ok: false, error: { code: 'not-allowed' } };
    expect(await ask('charter:save', { charter: [] }, framed)).toEqual(refused);
    expect(await ask('compass:stay', { draftId }, framed)).toEqual(refused);
    expect(await ask('compass:stay', { draftId }, inPage)).toEqual(refused);
  });

  test.each([
    ['a kind that there is not', [{ kind: 'fax', channel: 'Fax' }]],
    ['a channel without a name', [{ kind: 'chat', channel: '  ' }]],
    ['a link that runs something', [{ kind: 'chat', channel: 'Chat', link: 'javascript:alert(1)' }]],
    ['two channels of a kind', [helpdesk, helpdesk]],
  ])('%s is refused', async (_what, charter) => {
    const { ask, services } = await writing('');
    const answered = await ask('charter:save', { charter }, popup);
    expect(answered).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await services.settings()).toEqual(DEFAULT_SETTINGS);
  });
});
