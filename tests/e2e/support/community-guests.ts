import type { Page } from 'playwright-core';
import { fillInJoining, makeInvitation, NEWCOMER } from './community-steps';
import type { CommunityTour } from './community-tour';
import { words } from './words';

/** A member's own invitations: none yet, just made, ended; answers a link that works. */
export async function invitations(stops: CommunityTour, page: Page): Promise<string> {
  const {
    community: { origin },
    language,
    look,
  } = stops;
  const t = words(language);
  await page.goto(`${origin}/invitations`);
  await look('invitations', page);
  const ended = await makeInvitation(page, t, origin);
  await page.goto(`${origin}/invitations`);
  await page.getByRole('button', { name: t('server.revoke') }).click();
  await page.getByText(t('server.invitation-revoked')).waitFor();
  await page.goto(ended);
  await look('invitation-closed', page);
  const link = await makeInvitation(page, t, origin);
  await look('invitation-made', page);
  return link;
}

/** A colleague opens the link, reads, joins, and looks around; answers the page in which they are signed in. */
export async function newcomer(
  { browser, community: { origin }, language, look }: CommunityTour,
  invitation: string,
): Promise<Page> {
  const t = words(language);
  const page = await (await browser.newContext({ locale: language })).newPage();
  await page.goto(invitation);
  await look('invited', page);
  await page.getByRole('link', { name: t('server.become-member') }).click();
  await look('joining', page);
  await fillInJoining(page, t, { ...NEWCOMER, handle: 'anna' });
  await page.getByRole('alert').waitFor();
  await look('joining-refused', page);
  await fillInJoining(page, t, NEWCOMER);
  await page.waitForURL(`${origin}/welcome`);
  await look('joined', page);
  await page.goto(`${origin}/places`);
  await look('places-none', page);
  return page;
}
