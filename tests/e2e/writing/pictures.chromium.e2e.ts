import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBER, openCommunity, type RealCommunity } from '@/tests/support/community';
import { openChromiumWorld } from '../support/chromium-world';
import * as extension from '../support/extension-steps';
import { flaws } from '../support/flaws';
import { CAMERA, hasExif, photograph } from '../support/photograph';
import { startRecordingProxy } from '../support/recording-proxy';
import { startWriting } from '../support/tour-steps';

const [WIDTH, HEIGHT] = [640, 400];
const DID = 'Zo hangt het schema nu aan de deur van het archief.';
const SEEN = 'Een rooster met vier kleuren, één per dienst';

interface Shown {
  readonly url: string;
  readonly description: string;
}

let community: RealCommunity;
beforeAll(async () => {
  community = await openCommunity();
});
afterAll(() => community?.close());

test('a photograph goes with the words for it, the right way up, and without where it was taken', async () => {
  const proxy = await startRecordingProxy((address) => address);
  const world = await openChromiumWorld({ args: proxy.args });
  const { t } = world;
  await extension.connectCommunity(world, community);
  const sidebar = await startWriting(world);
  const file = await photograph(sidebar, WIDTH, HEIGHT);
  expect(hasExif(file)).toBe(true);
  await sidebar.getByLabel(t('sidebar.field-did')).fill(DID);
  await choose(sidebar, t('sidebar.pictures-add'), file);
  const words = sidebar.getByLabel(t('sidebar.picture-description', { number: 1 }));
  await words.waitFor();

  await extension.sendButton(world, sidebar, community).click();
  await sidebar.getByText(t('sidebar.picture-missing'), { exact: true }).waitFor();
  expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await community.postsWith(DID)).toEqual([]);
  expect(await flaws(sidebar)).toEqual([]);

  await words.fill(SEEN);
  await extension.sendButton(world, sidebar, community).click();
  await extension.arrived(world, sidebar, community);
  const [picture, ...more] = await shownBy(DID);
  expect(more).toEqual([]);
  expect(picture?.description).toBe(SEEN);
  const served = await fetch(picture?.url ?? '');
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(served.headers.get('content-type')).toBe('image/jpeg');
  expect(hasExif(bytes)).toBe(false);
  expect(await sizeOf(sidebar, bytes)).toEqual([HEIGHT, WIDTH]); // it lay on its side
  expect(proxy.requests.filter(({ bytes }) => bytes.includes(CAMERA))).toEqual([]); // the server had none to take out
});

/** By the picker that a person sees, which is the label around it. */
async function choose(page: Page, label: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer });
}

async function shownBy(text: string): Promise<readonly Shown[]> {
  const [post] = await community.postsWith(text);
  const answer = await fetch(`${community.origin}/api/v1/statuses/${post?.id}`, {
    headers: { authorization: `Bearer ${await community.tokenOf(MEMBER)}` },
  });
  const { media_attachments } = (await answer.json()) as { media_attachments: Shown[] };
  return media_attachments;
}

function sizeOf(page: Page, jpeg: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    return [width, height];
  }, jpeg.toString('base64'));
}
