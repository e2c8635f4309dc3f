import { expect, onTestFinished, test } from 'vitest';
import { openPopup } from '@/scripts/browsers/popup';
import { until } from '@/scripts/browsers/until';
import { openCommunity } from '../support/community';
import { openChromiumWorld, openedBy, openTab } from './support/chromium-world';
import * as extension from './support/extension-steps';
import { flaws } from './support/flaws';
import { DID } from './support/main-path';
import { chooseFor, sharePractice } from './support/shared-practice';

const TITLE = 'Mappen per zaak';
const CORRECTED = 'Ik maakte voor elke zaak een map, en per jaar een kast.';

test('what was shared is corrected from the popup, stands once with its new text, and is withdrawn', async () => {
  const community = await openCommunity();
  onTestFinished(community.close);
  const world = await openChromiumWorld();
  const { context, t } = world;
  await extension.connectCommunity(world, community);
  const front = await openTab(context, community.origin);
  await (await sharePractice(world, front, community, { title: TITLE, did: DID })).close();
  const [before] = await community.postsWith(TITLE);
  expect(before?.edited_at).toBeNull();

  const popup = await openPopup(context, front);
  const draft = await openedBy(context, () => chooseFor(popup, t, TITLE, 'popup.correct'));
  await draft.getByRole('heading', { name: t('sidebar.correct-title') }).waitFor();
  const did = draft.getByLabel(t('sidebar.field-did'));
  expect(await did.inputValue()).toBe(DID);
  expect(await draft.getByLabel(t('sidebar.field-title')).inputValue()).toBe(TITLE);
  expect(await flaws(draft)).toEqual([]);
  await did.fill(CORRECTED);
  const audience = t('sidebar.audience-members');
  await draft.waitForTimeout(800);
  await draft
    .getByRole('button', { name: t('sidebar.send-correction', { community: community.name, audience }) })
    .click();
  const corrected = t('sidebar.state-corrected', { community: community.name });
  await draft.getByRole('heading', { name: corrected }).waitFor();
  expect(await flaws(draft)).toEqual([]);
  await draft.close();

  const posts = await community.postsWith(TITLE);
  expect(posts.map(({ id, created_at }) => ({ id, created_at }))).toEqual([
    { id: before?.id, created_at: before?.created_at },
  ]);
  const [after] = posts;
  expect(after?.content).toContain(CORRECTED);
  expect(after?.content).not.toContain(DID);
  expect(Date.parse(after?.edited_at ?? '')).toBeGreaterThan(Date.parse(before?.created_at ?? ''));
  await front.goto(after?.url ?? '');
  const article = (await front.getByRole('article').textContent()) ?? '';
  expect(article).toContain(CORRECTED);
  expect(article).not.toContain(DID);
  const [reference = 'none'] = /DG-\w{4}-\w{4}/.exec(before?.content ?? '') ?? [];
  expect(article).toContain(reference);

  const list = await openPopup(context, front);
  await until('the correction', async () => (await list.text()).includes(reference));
  expect((await list.text()).match(/DG-\w{4}-\w{4}/g)).toEqual([reference]);
  await chooseFor(list, t, TITLE, 'popup.withdraw');
  await list.click('button', t('popup.withdraw-action'));
  await until('the withdrawal', async () => (await community.postsWith(TITLE)).length === 0);
  await front.reload();
  await front.getByRole('heading', { name: t('server.not-found') }).waitFor();
}, 240_000);
