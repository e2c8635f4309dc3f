import type { Locator, Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import type { Text } from '@/utils/language';
import { type ChromiumWorld, openTab } from './chromium-world';
import type { PlatformServer } from './platform-server';
import type { OwnPlatform } from './platforms';

/** Opens where one connects. */
export function openConnect({ context }: ChromiumWorld): Promise<Page> {
  return openTab(context, extensionUrl('options.html#communities'));
}

/** Types an address and presses the button that stands out. */
export async function tryAddress(options: Page, t: Text, address: string): Promise<void> {
  await options.getByLabel(t('options.address')).fill(address);
  await options.getByRole('button', { name: t('options.connect-action') }).click();
}

/** As far as the guide: what stands there was found, and what was made there is to be pasted. */
export async function findPlatform(
  options: Page,
  t: Text,
  { specimen: { platform } }: Pick<OwnPlatform, 'specimen'>,
  { address }: PlatformServer,
): Promise<void> {
  await tryAddress(options, t, address);
  const { title } = platform;
  const found = t('connect.found-platform', { title }).slice(0, -1); // a version may follow
  await options.getByText(found).waitFor();
  const byToken = options.getByLabel(t('connect.choose-token'));
  if ((await byToken.count()) > 0) await byToken.check();
  await tokenField(options, t).waitFor();
}

/** Where a name and a password do as well, its label says so. */
function tokenField(options: Page, t: Text): Locator {
  const [token, either] = [t('connect.token'), t('connect.token-or-password')];
  return options.getByLabel(token, { exact: true }).or(options.getByLabel(either, { exact: true }));
}

/** Pastes what was made there, and the name that goes with it. */
export async function paste(
  options: Page,
  t: Text,
  { secret, name }: Pick<OwnPlatform, 'secret' | 'name'>,
): Promise<void> {
  if (name !== undefined) await options.getByLabel(t('connect.name'), { exact: true }).fill(name);
  await tokenField(options, t).fill(secret);
  await options.getByRole('button', { name: t('connect.start-pasted') }).click();
}

/** Once what was pasted is taken, the form is ready for another address. */
export async function isConnected(options: Page, t: Text): Promise<void> {
  await options.getByRole('button', { name: t('options.connect-action') }).waitFor();
}
