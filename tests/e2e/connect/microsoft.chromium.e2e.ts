import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { extensionUrl } from '@/scripts/browsers/chromium';
import type { Fake, Specimen } from '@/tests/connectors/kit/specimen';
import { SHAREPOINT } from '@/tests/connectors/sharepoint/specimen';
import { TEAMS } from '@/tests/connectors/teams/specimen';
import { YAMMER } from '@/tests/connectors/yammer/specimen';
import { type ChromiumWorld, openChromiumWorld, openedBy, openTab } from '../support/chromium-world';
import { SIGN_IN, TENANT } from '../support/entra';
import { DELIVERED_WITHIN_MS } from '../support/extension-steps';
import { letHoursPass } from '../support/hours-pass';
import { type Microsoft, serveMicrosoft } from '../support/microsoft';
import { answerThere, countStrangers, findByAddress, goToSignIn } from '../support/microsoft-steps';
import { isConnected, openConnect } from '../support/paste-steps';
import { sendConclusion, sendPractice, type Target } from '../support/platform-sending';
import { openPopupTab } from '../support/tour-steps';

interface Known {
  readonly specimen: Specimen;
  readonly clientId: string;
  /** As people know it. */
  readonly address: string;
  readonly place: string;
}

const ENGAGE: Known = {
  ...{ specimen: YAMMER, clientId: 'f0a3-engage', place: 'Archief' },
  address: 'https://engage.cloud.microsoft',
};
const CHANNEL: Known = {
  ...{ specimen: TEAMS, clientId: 'f0a3-teams', place: 'Archief › Algemeen' },
  address: 'https://teams.microsoft.com',
};
const SITE: Known = {
  ...{ specimen: SHAREPOINT, clientId: 'f0a3-sites', place: 'Archief' },
  address: 'https://contoso.sharepoint.com/sites/archief',
};

const DID = 'Ik maakte voor elke zaak een map.';
const AGREED = 'Elke zaak krijgt een map.';
const REPLY = 'Dat doen wij nu ook zo.';

test('Viva Engage, Teams and SharePoint are connected by what an administrator gave out, and get what is sent once', async () => {
  const microsoft = await serveMicrosoft();
  const world = await openChromiumWorld({ args: microsoft.args });
  const options = await openConnect(world);
  const fakes = new Map([ENGAGE, CHANNEL, SITE].map((known) => [known, register(microsoft, known)] as const));
  for (const known of fakes.keys()) await connect(world, options, known);
  await options.close();
  microsoft.entra.end('hour');
  for (const known of [ENGAGE, CHANNEL]) await practiceArrives(world, known, fakes.get(known));
  await repliesCome(world, [fakes.get(ENGAGE), fakes.get(CHANNEL)]);
  const agreed = { title: 'Mappen per zaak', did: AGREED };
  const page = await sendConclusion(world, targetOf(SITE), titleFor(CHANNEL), agreed);
  await arrives(world, page, fakes.get(SITE), AGREED);
});

test('a sign-in that comes to nothing says what is next, and what was typed wrong can be mended', async () => {
  const microsoft = await serveMicrosoft();
  const world = await openChromiumWorld({ args: microsoft.args });
  const { t } = world;
  const options = await openConnect(world);
  register(microsoft, CHANNEL);
  const given = { clientId: CHANNEL.clientId, tenant: TENANT };
  await findByAddress(world, options, CHANNEL.address);
  await mistypes(world, options);
  const consent = t('errors.sign-in-consent', { detail: 'Microsoft Teams' });
  await ends(options, await goToSignIn(world, options, given), 'Consent was withdrawn', consent);
  const unfinished = t('errors.sign-in-unfinished');
  await ends(options, await goToSignIn(world, options, given), 'Cancel', unfinished);
  microsoft.entra.consentOf('administrator');
  const approval = await goToSignIn(world, options, given);
  await approval.getByText('AADSTS90094').waitFor();
  await ends(options, approval, 'Return without granting consent', unfinished);
  microsoft.entra.consentOf('people');
  await answerThere(await goToSignIn(world, options, given), 'Accept');
  await isConnected(options, t);
});

test('a sign-in that ended goes on by itself while the person is still signed in there', async () => {
  const microsoft = await serveMicrosoft();
  const world = await openChromiumWorld({ args: microsoft.args });
  const fakes = [ENGAGE, CHANNEL].map((known) => [known, register(microsoft, known)] as const);
  const options = await openConnect(world);
  const strangers = countStrangers(world);
  for (const [known] of fakes) await connect(world, options, known);
  await options.close();
  expect(strangers()).toBe(fakes.length);
  microsoft.entra.end('day');
  for (const [known, fake] of fakes) await practiceArrives(world, known, fake);
  expect(strangers()).toBe(fakes.length);
  const ledger = await openTab(world.context, extensionUrl('options.html#ledger'));
  const to = new URL(SIGN_IN).host;
  await ledger.getByText(world.t('ledger.purposes.sign-in-again', { to })).first().waitFor();
});

test('what is sent after a sign-in ended waits, and arrives once when somebody signs in again', async () => {
  const microsoft = await serveMicrosoft();
  const world = await openChromiumWorld({ args: microsoft.args });
  const { context, t } = world;
  const fake = register(microsoft, CHANNEL);
  const options = await openConnect(world);
  await connect(world, options, CHANNEL);
  microsoft.entra.end('day');
  microsoft.entra.endSessions();
  const { community } = targetOf(CHANNEL);
  const page = await sendPractice(world, targetOf(CHANNEL), { title: titleFor(CHANNEL), did: DID });
  await page.getByText(t('parked.signed-out', { community })).waitFor();
  expect(fake.posts()).toEqual([]);

  await options.bringToFront();
  await options
    .getByRole('button', { name: t('options.remove-community-label', { name: community }) })
    .click();
  const question = options.getByRole('dialog');
  await question.getByRole('button', { name: t('options.remove-community'), exact: true }).click();
  await question.getByText(t('errors.community-in-use')).waitFor();
  await question.getByRole('button', { name: t('ui.cancel') }).click();
  const signIn = options.getByRole('button', { name: t('options.sign-in') });
  await answerThere(await openedBy(context, () => signIn.click()), 'Accept');
  await page.bringToFront();
  await arrives(world, page, fake, DID);
});

/** A wrong id is refused on a page that sends nobody back; it was kept by then. */
async function mistypes(world: ChromiumWorld, options: Page): Promise<void> {
  const { context, t } = world;
  const wrong = await goToSignIn(world, options, { clientId: 'verkeerd', tenant: TENANT });
  await wrong.getByText('AADSTS700016').waitFor();
  await wrong.close();
  await said(options, t('errors.sign-in-unfinished'));
  await options.reload();
  await options.getByLabel(t('options.address')).fill(CHANNEL.address);
  const connecting = options.getByRole('button', { name: t('options.connect-action') });
  const again = await openedBy(context, () => connecting.click());
  await again.close();
  await said(options, t('errors.sign-in-unfinished'));
  expect(await options.getByLabel(t('connect.client-id'), { exact: true }).inputValue()).toBe('verkeerd');
}

async function ends(options: Page, there: Page, answer: string, sentence: string): Promise<void> {
  await answerThere(there, answer);
  await said(options, sentence);
}

function said(page: Page, sentence: string): Promise<void> {
  return page.getByRole('alert').filter({ hasText: sentence }).waitFor();
}

function register(microsoft: Microsoft, { clientId, specimen }: Known): Fake {
  return microsoft.register(clientId, specimen);
}

async function connect(world: ChromiumWorld, options: Page, { clientId, address }: Known): Promise<void> {
  await findByAddress(world, options, address);
  const page = await goToSignIn(world, options, { clientId, tenant: TENANT });
  await answerThere(page, 'Accept');
  await isConnected(options, world.t);
}

function targetOf({ specimen, place }: Known): Target {
  const community = `${specimen.platform.title} (Contoso)`;
  // Of a site nobody says who reads it.
  return specimen === SHAREPOINT ? { community, place } : { community, place, closed: true };
}

function titleFor({ specimen }: Known): string {
  return `Mappen op ${specimen.platform.title}`;
}

async function practiceArrives(world: ChromiumWorld, known: Known, fake: Fake | undefined): Promise<void> {
  const page = await sendPractice(world, targetOf(known), { title: titleFor(known), did: DID });
  await arrives(world, page, fake, DID);
}

async function arrives(
  { t }: ChromiumWorld,
  page: Page,
  fake: Fake | undefined,
  text: string,
): Promise<void> {
  await page.getByText(t('sidebar.state-delivered-text')).waitFor({ timeout: DELIVERED_WITHIN_MS });
  expect(fake?.posts().filter((post) => post.text.includes(text))).toHaveLength(1);
  await page.close();
}

/** A colleague thanks and replies in both: the popup tells it. */
async function repliesCome(world: ChromiumWorld, fakes: readonly (Fake | undefined)[]): Promise<void> {
  const { context, t } = world;
  for (const fake of fakes) {
    const [post] = fake?.posts() ?? [];
    fake?.thank?.(post?.id ?? '');
    fake?.reply?.(post?.id ?? '', REPLY);
  }
  await letHoursPass(context);
  const popup = await openPopupTab(world);
  const news = popup.getByRole('region', { name: t('shared.news') });
  await expect.poll(() => news.getByText(REPLY).count(), { timeout: DELIVERED_WITHIN_MS }).toBe(fakes.length);
  await popup.close();
}
