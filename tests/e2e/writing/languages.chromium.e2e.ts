import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { WORDINGS } from '@/tests/support/practices';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import type { Practice } from '@/utils/practice/practice';
import { render } from '@/utils/practice/render';
import { arrangementsFor } from '../support/arrangements';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { press, typeIn } from '../support/keyboard';
import { PRACTICES } from '../support/practice-texts';

const COLLEAGUE = { displayName: 'Bram Claes', handle: 'bram', password: 'een-lang-genoeg-wachtwoord' };
const QUESTION = { nl: 'Wie', fr: 'Qui', de: 'Wer', en: 'Who' } as const;
const MARKS = ['answer', 'asked'].map((word) => `(${word})`);

/** Words of a colleague's, as their extension sends them. */
async function share(
  community: RealCommunity,
  language: Language,
  reference: string,
  told: Pick<Practice, 'title' | 'did' | 'kind'>,
): Promise<void> {
  const practice: Practice = { why: '', tip: '', topics: [], link: null, language, ...told };
  const answer = await fetch(`${community.origin}/api/v1/statuses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await community.tokenOf(COLLEAGUE)}` },
    body: new URLSearchParams({ status: render(practice, reference, WORDINGS[language]), language }),
  });
  expect(answer.status).toBe(200);
}

/** Presses Send, by the whole of what it says, and waits until it has arrived. */
async function sendByKeyboard(world: ChromiumWorld, page: Page, community: RealCommunity): Promise<void> {
  await press(page.getByRole('button', { name: community.name }));
  await extension.arrived(world, page, community);
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('a practice, an answer and a question are written by keyboard alone, without a flaw', async () => {
    const community = await openCommunity({ language });
    onTestFinished(community.close);
    await community.join(COLLEAGUE);
    const { later, laterDid, word } = PRACTICES[language];
    const [answer = '', asked = ''] = MARKS.map((mark) => `${word} ${mark}`);
    await share(community, language, 'DG-AAAA-0001', { title: later, did: laterDid });
    const unsure = `${QUESTION[language]} ${laterDid.slice(0, -1)}?`;
    await share(community, language, 'DG-AAAA-0002', { title: unsure, did: unsure, kind: 'question' });
    const world = await openChromiumWorld({ language });
    const { context, t } = world;
    const look = (page: Page) => flaws(page, { arrangements: arrangementsFor(language) });
    await extension.connectCommunity(world, community);
    const popup = await openTab(context, extensionUrl('popup.html'));

    const sidebar = await openedBy(context, () =>
      press(popup.getByRole('button', { name: t('popup.write') })),
    );
    await typeIn(sidebar.getByLabel(t('sidebar.field-did')), laterDid);
    await sidebar.getByRole('heading', { name: t('library.similar') }).waitFor();
    expect(await look(sidebar)).toEqual([]);
    await sendByKeyboard(world, sidebar, community);
    const open = sidebar.getByRole('region', { name: t('shared.open-questions') });
    await open.waitFor();
    expect(await look(sidebar)).toEqual([]);

    await press(open.getByRole('button').first());
    await typeIn(sidebar.getByLabel(t('sidebar.field-did-answer')), answer);
    expect(await look(sidebar)).toEqual([]);
    await sendByKeyboard(world, sidebar, community);
    await sidebar.close();

    const asking = await openedBy(context, () => press(popup.getByRole('button', { name: t('popup.ask') })));
    await typeIn(asking.getByLabel(t('sidebar.field-did-question')), asked);
    expect(await look(asking)).toEqual([]);
    await sendByKeyboard(world, asking, community);
    for (const mark of MARKS) expect(await community.postsWith(mark)).toHaveLength(1);
  }, 240_000);
});
