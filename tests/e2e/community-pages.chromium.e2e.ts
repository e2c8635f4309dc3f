import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '@/scripts/prepare/programs.mjs';
import { aPractice, DUTCH } from '@/tests/support/practices';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { render } from '@/utils/practice/render';
import { MEMBER, openCommunity, type RealCommunity } from '../support/community';
import { flaws } from './support/flaws';
import { tabTo } from './support/keyboard';
import { words } from './support/words';

const CODE_HERE = 'urn:ietf:wg:oauth:2.0:oob';
const PRACTICE = aPractice({
  link: `https://dms.voorbeeld.be/${'een-heel-lang-adres/'.repeat(8)}`,
  topics: ['archief', 'zaakgericht', 'mappen'],
});

let community: RealCommunity;
let browser: Browser;

beforeAll(async () => {
  community = await openCommunity();
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed');
  const chromiumSandbox = process.getuid?.() !== 0; // it refuses to work for root
  browser = await chromium.launch({ executablePath, chromiumSandbox });
});

afterAll(async () => {
  await browser?.close();
  await community?.close();
});

async function api(
  path: string,
  fields: Readonly<Record<string, string>>,
  token = '',
): Promise<Record<string, string>> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${community.origin}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
  });
  return (await answer.json()) as Record<string, string>;
}

const app = () =>
  api('/api/v1/apps', { client_name: 'Proefapp', redirect_uris: CODE_HERE, scopes: 'read write' });

function consentUrl({ client_id = '' }: Record<string, string>): string {
  const query = { response_type: 'code', client_id, redirect_uri: CODE_HERE, scope: 'read write' };
  return `${community.origin}/oauth/authorize?${new URLSearchParams(query)}`;
}

async function signIn(page: Page, language: Language): Promise<void> {
  const t = words(language);
  await page.goto(`${community.origin}/sign-in`);
  await page.getByLabel(t('server.handle')).fill(MEMBER.handle);
  await page.getByLabel(t('server.password')).fill(MEMBER.password);
  await page.getByRole('button', { name: t('server.sign-in') }).click();
  await page.waitForURL(`${community.origin}/`);
}

describe.each(LANGUAGES)("the community's pages in %s", (language) => {
  const t = words(language);

  test('have no flaw that axe or a narrow window shows', async () => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    const found: Record<string, string[]> = {};
    const look = async (name: string): Promise<void> => {
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      found[name] = await flaws(page);
    };
    await page.goto(`${community.origin}/sign-in`);
    await look('sign-in');
    await page.getByLabel(t('server.handle')).fill('niemand');
    await page.getByLabel(t('server.password')).fill('verkeerd');
    await page.getByRole('button', { name: t('server.sign-in') }).click();
    await page.getByRole('alert').waitFor();
    await look('sign-in refused');
    await signIn(page, language);
    await look('timeline');
    const registered = await app();
    await page.goto(consentUrl(registered));
    await look('consent');
    await page.getByRole('button', { name: t('server.allow') }).click();
    const code = (await page.locator('code').textContent()) ?? '';
    await look('code');
    const { client_id = '', client_secret = '' } = registered;
    const grant = {
      grant_type: 'authorization_code',
      redirect_uri: CODE_HERE,
      code,
      client_id,
      client_secret,
    };
    const { access_token } = await api('/oauth/token', grant);
    const status = render({ ...PRACTICE, title: `Zaken op orde (${language})` }, 'DG-1234-ABCD', DUTCH);
    const { url = '' } = await api('/api/v1/statuses', { status, language: 'nl' }, access_token);
    await page.goto(community.origin);
    await look('timeline with a practice');
    await page.goto(url);
    await look('practice');
    await page.goto(`${community.origin}/invitations`);
    await page.getByRole('button', { name: t('server.make-invitation') }).click();
    const invitation = await page.getByLabel(t('server.invitation-link')).inputValue();
    await look('invitation');
    await page.goto(`${community.origin}/welcome`);
    await look('welcome');
    await page.goto(`${community.origin}/nergens`);
    await look('not found');
    await context.clearCookies();
    await page.goto(invitation);
    await look('invited');
    await page.getByRole('link', { name: t('server.become-member') }).click();
    await look('joining');
    expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([]);
    await context.close();
  });

  test('are used by keyboard: open a practice, and say thanks', async () => {
    const context = await browser.newContext({ locale: language });
    const page = await context.newPage();
    await signIn(page, language);
    await tabTo(page.getByRole('link', { name: t('server.skip') }));
    await tabTo(page.getByRole('link', { name: /^Zaken op orde/ }).first());
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/@\w+\/\d+$/);
    const thanks = page.getByRole('button', { name: t('server.thank') });
    const before = await thanks.getAttribute('aria-pressed');
    await tabTo(thanks);
    await page.keyboard.press('Enter');
    await expect.poll(() => thanks.getAttribute('aria-pressed')).not.toBe(before);
    await context.close();
  });
});
