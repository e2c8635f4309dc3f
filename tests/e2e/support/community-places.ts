import type { Page } from 'playwright-core';
import { NEWCOMER } from './community-steps';
import type { CommunityTour } from './community-tour';
import { PRACTICES } from './practice-texts';
import { words } from './words';

/** The coordinator makes an open and a closed place; a member meets both, and asks to be let into the closed one. */
export async function places(
  { community, language, look }: CommunityTour,
  page: Page,
  guest: Page,
): Promise<void> {
  const t = words(language);
  const { origin } = community;
  const { open, closed, noted } = PRACTICES[language];
  await page.goto(`${origin}/places`);
  await look('places-to-make', page);
  await makePlace(page, language, { ...open, handle: 'Niet Goed' });
  await page.getByRole('alert').waitFor();
  await look('place-refused', page);
  await page.getByLabel(t('server.place-handle')).fill(open.handle);
  await page.getByRole('button', { name: t('server.place-make') }).click();
  await page.waitForURL(`${origin}/@${open.handle}`);
  await community.post(`${noted} @${open.handle}`, language);
  await page.goto(`${origin}/places`);
  await page.getByLabel(t('server.place-closed-about')).check();
  await makePlace(page, language, closed);
  await page.waitForURL(`${origin}/@${closed.handle}`);

  await guest.goto(`${origin}/places`);
  await look('places', guest);
  await guest.goto(`${origin}/@${closed.handle}`);
  await guest.getByRole('button', { name: t('server.place-ask') }).click();
  await guest.getByText(t('server.place-asked')).waitFor();
  await look('place-closed', guest);
  await guest.goto(`${origin}/@${open.handle}`);
  await look('place-open', guest);
  await guest.getByRole('button', { name: t('server.place-join') }).click();
  await guest.getByRole('button', { name: t('server.place-leave') }).waitFor();
  await look('place-joined', guest);

  await page.goto(`${origin}/@${closed.handle}`);
  await look('place-requests', page);
  const accept = `${t('server.place-accept')}: ${NEWCOMER.displayName}`;
  await page.getByRole('button', { name: accept }).click();
  await page.getByRole('link', { name: NEWCOMER.displayName }).waitFor();
  await page.goto(`${origin}/places`);
  await look('places-coordinator', page);
}

interface NewPlace {
  readonly name: string;
  readonly handle: string;
  readonly about: string;
}

/** Fills in what makes a place, and presses its button. */
export async function makePlace(
  page: Page,
  language: CommunityTour['language'],
  { name, handle, about }: NewPlace,
): Promise<void> {
  const t = words(language);
  await page.getByLabel(t('server.place-name')).fill(name);
  await page.getByLabel(t('server.place-handle')).fill(handle);
  await page.getByLabel(t('server.place-about')).fill(about);
  await page.getByRole('button', { name: t('server.place-make') }).click();
}
