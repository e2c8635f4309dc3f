import { afterAll, beforeAll, expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { until } from '@/scripts/browsers/until';
import { openCommunity, type RealCommunity } from '@/tests/support/community';
import { openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { startRecordingProxy } from '../support/recording-proxy';

const MASKED = '93.05.18-223.61';
const LEFT = '00.01.25-567.77';
const REASON = 'Het nummer uit een voorbeeld van de overheid zelf';

let community: RealCommunity;
beforeAll(async () => {
  community = await openCommunity();
});
afterAll(() => community?.close());

test('a national number is masked by one key and is in no request; what may stand goes, and its reason does not', async () => {
  const proxy = await startRecordingProxy((address) => address);
  const world = await openChromiumWorld({ args: proxy.args });
  const { context, t } = world;
  await extension.connectCommunity(world, community);
  const popup = await openTab(context, extensionUrl('popup.html'));
  const sidebar = await openedBy(context, () =>
    popup.getByRole('button', { name: t('popup.write') }).click(),
  );
  const did = sidebar.getByLabel(t('sidebar.field-did'));
  const kind = t('guard.kind-national-number');
  await sidebar.getByLabel(t('sidebar.field-title')).fill('Opzoeken');
  await did.pressSequentially(`Ik zocht ${MASKED} op.`);
  await sidebar.getByText(t('guard.found', { kind, text: MASKED }), { exact: true }).waitFor();
  expect(await sidebar.locator('mark').innerText()).toBe(MASKED);
  expect(await flaws(sidebar)).toEqual([]);

  await extension.sendButton(world, sidebar, community).click();
  await sidebar.getByText(t('guard.open')).waitFor();
  const mask = sidebar.getByRole('button', { name: t('guard.mask-this', { kind, text: MASKED }) });
  await until('the focus to be there', () => mask.evaluate((button) => button === document.activeElement));

  await did.focus();
  await sidebar.keyboard.press('Alt+m');
  const masked = `Ik zocht [${t('guard.mask-national-number')}] op.`;
  expect(await did.inputValue()).toBe(masked);
  await sidebar.keyboard.press('Control+z');
  expect(await did.inputValue()).toContain(MASKED);
  await mask.click();
  expect(await did.inputValue()).toBe(masked);

  await did.press('End');
  await did.pressSequentially(` Zoals ${LEFT}.`);
  await sidebar.getByRole('button', { name: t('guard.leave-this', { kind, text: LEFT }) }).click();
  await sidebar.keyboard.type(REASON);
  await sidebar.keyboard.press('Enter');
  await sidebar.getByText(t('guard.left', { reason: REASON })).waitFor();

  const before = proxy.requests.length;
  await extension.sendButton(world, sidebar, community).click();
  await extension.arrived(world, sidebar, community);
  const sent = proxy.requests.map(({ bytes }) => bytes.toString('utf8'));
  expect(sent.slice(before).some((bytes) => bytes.includes(t('guard.mask-national-number')))).toBe(true);
  expect(sent.some((bytes) => bytes.includes(LEFT))).toBe(true);
  for (const bytes of sent) {
    const plain = decodeURIComponent(
      bytes.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/%[89A-Fa-f]\w/g, ''),
    );
    expect(plain.replace(/\D/g, '')).not.toContain(MASKED.replace(/\D/g, ''));
    expect(plain).not.toContain(REASON);
  }
  const [post] = await community.postsWith('Ik zocht');
  expect(JSON.stringify(post)).not.toContain('223.61');
});
