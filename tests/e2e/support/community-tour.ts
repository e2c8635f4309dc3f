import type { Browser, Page } from 'playwright-core';
import type { RealCommunity } from '@/tests/support/community';
import type { Language } from '@/utils/language/languages';
import { CODE_HERE, registerApp } from './community-app';
import { invitations, newcomer } from './community-guests';
import { places } from './community-places';
import { sharePractices, signInAt } from './community-steps';
import { PRACTICES } from './practice-texts';
import type { Look } from './tour';
import { words } from './words';

export interface CommunityTour {
  readonly browser: Browser;
  /** New: nothing was shared there yet. */
  readonly community: RealCommunity;
  readonly language: Language;
  readonly look: Look;
}

/** Leads through every page of the community server in every state that people meet, by using it as they do. */
export async function communityTour(stops: CommunityTour): Promise<void> {
  const { browser, language } = stops;
  const context = await browser.newContext({ locale: language });
  const page = await context.newPage();
  await entering(stops, page);
  await lettingAppIn(stops, page);
  await reading(stops, page);
  const invitation = await invitations(stops, page);
  const guest = await newcomer(stops, invitation);
  await places(stops, page, guest);
  await leaving(stops, page, guest);
  await guest.context().close();
  await context.close();
}

async function entering({ community: { origin }, language, look }: CommunityTour, page: Page): Promise<void> {
  const t = words(language);
  await page.goto(`${origin}/sign-in`);
  await look('sign-in', page);
  await page.getByLabel(t('server.handle')).fill('niemand');
  await page.getByLabel(t('server.password')).fill('verkeerd');
  await page.getByRole('button', { name: t('server.sign-in') }).click();
  await page.getByRole('alert').waitFor();
  await look('sign-in-refused', page);
  await signInAt(page, t, origin);
  await look('timeline-empty', page);
}

async function lettingAppIn(
  { community: { origin }, language, look }: CommunityTour,
  page: Page,
): Promise<void> {
  const t = words(language);
  const client_id = await registerApp(origin, t('product.name'));
  const query = { response_type: 'code', client_id, redirect_uri: CODE_HERE, scope: 'read write' };
  await page.goto(`${origin}/oauth/authorize?${new URLSearchParams(query)}`);
  await look('consent', page);
  await page.getByRole('button', { name: t('server.allow') }).click();
  await page.locator('code').waitFor();
  await look('consent-code', page);
}

async function reading({ community, language, look }: CommunityTour, page: Page): Promise<void> {
  const t = words(language);
  const { origin } = community;
  const { noted, word, nothing, topics } = PRACTICES[language];
  await community.post(noted, language);
  const practice = await sharePractices(community, language);
  await page.goto(origin);
  await look('timeline', page);
  await page.goto(practice);
  await page.getByRole('button', { name: t('server.thank') }).click();
  await page.getByText(t('server.thanks', { count: 1 })).waitFor();
  await look('practice', page);
  await page.getByRole('link', { name: `#${topics[1]}` }).click();
  await page.waitForURL(/\/tags\//);
  await look('tag', page);
  await page.goto(`${origin}/search`);
  await look('search', page);
  for (const [name, typed] of [
    ['search-found', word],
    ['search-nothing', nothing],
  ] as const) {
    await page.getByRole('searchbox').fill(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: t('server.search-title', { query: typed }) }).waitFor();
    await look(name, page);
  }
}

/** Where nothing goes on: a page that is not there, a new password, links that work no more. */
async function leaving({ community, language, look }: CommunityTour, page: Page, guest: Page): Promise<void> {
  const t = words(language);
  await page.goto(`${community.origin}/nergens`);
  await look('not-found', page);
  const link = await community.resetLink('bert');
  await guest.goto(link);
  await look('reset', guest);
  await guest.getByLabel(t('server.new-password')).fill('kort');
  await guest.getByRole('button', { name: t('server.reset') }).click();
  await guest.getByRole('alert').waitFor();
  await look('reset-refused', guest);
  await guest.getByLabel(t('server.new-password')).fill('een-nieuw-lang-wachtwoord');
  await guest.getByRole('button', { name: t('server.reset') }).click();
  await guest.waitForURL(`${community.origin}/`);
  await guest.goto(link);
  await look('reset-spent', guest);
}
