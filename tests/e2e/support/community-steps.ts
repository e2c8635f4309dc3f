import type { Page } from 'playwright-core';
import { MEMBER, type RealCommunity } from '@/tests/support/community';
import { WORDINGS } from '@/tests/support/practices';
import type { Text } from '@/utils/language';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { render } from '@/utils/practice/render';
import { PRACTICES } from './practice-texts';

export interface Person {
  readonly displayName: string;
  readonly handle: string;
  readonly password: string;
}

/** Whoever is invited. */
export const NEWCOMER: Person = {
  displayName: 'Bert Claes',
  handle: 'bert',
  password: 'nog-een-lang-wachtwoord',
};

/** Signs in at the community's own page, and goes on to `path`. */
export async function signInAt(page: Page, t: Text, origin: string, path = '/'): Promise<void> {
  await page.goto(`${origin}/sign-in?${new URLSearchParams({ next: path })}`);
  await page.getByLabel(t('server.handle')).fill(MEMBER.handle);
  await page.getByLabel(t('server.password')).fill(MEMBER.password);
  await page.getByRole('button', { name: t('server.sign-in') }).click();
  await page.waitForURL(`${origin}${path}`);
}

/** Makes an invitation as the page offers it; answers its link. */
export async function makeInvitation(page: Page, t: Text, origin: string): Promise<string> {
  await page.goto(`${origin}/invitations`);
  await page.getByRole('button', { name: t('server.make-invitation') }).click();
  return page.getByLabel(t('server.invitation-link'), { exact: true }).inputValue();
}

/** Fills in the form that makes somebody a member. */
export async function fillInJoining(page: Page, t: Text, person: Person): Promise<void> {
  await page.getByLabel(t('server.display-name')).fill(person.displayName);
  await page.getByLabel(t('server.handle')).fill(person.handle);
  await page.getByLabel(t('server.password')).fill(person.password);
  await page.getByRole('button', { name: t('server.join'), exact: true }).click();
}

/** Three practices in one language, the richest of them last; answers the address of that one. */
export async function sharePractices(community: RealCommunity, language: Language): Promise<string> {
  const { title, did, why, tip, topics, later, laterDid, scans, scansDid } = PRACTICES[language];
  const link = `https://dms.voorbeeld.be/${'een-heel-lang-adres/'.repeat(8)}`;
  const practices = [
    { title: later, did: laterDid, why: '', tip: '', topics: [], link: null, language },
    { title: scans, did: scansDid, why: '', tip, topics: [], link: null, language },
    { title, did, why, tip, topics: [...topics], link, language },
  ];
  let url = '';
  for (const [index, practice] of practices.entries()) {
    const reference = `DG-000${LANGUAGES.indexOf(language)}-000${index}`;
    ({ url } = await community.post(render(practice, reference, WORDINGS[language]), language));
  }
  return url;
}
