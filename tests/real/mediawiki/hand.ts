import type { Page } from 'playwright-core';
import { follow } from '@/scripts/browsers/follow';
import type { RealMediawiki } from '../mediawiki';
import type { WikiFacts } from './facts';

/** What the steps work with. */
export interface WikiWorld {
  readonly wiki: RealMediawiki;
  readonly facts: WikiFacts;
  /** What this wiki calls the namespaces of talk pages and of files. */
  readonly talk: string;
  readonly file: string;
}

interface Account {
  readonly name: string;
  readonly password: string;
}

/** The address of a page, with a query behind it. Special pages may be named in English in every language. */
export function at({ wiki }: WikiWorld, title: string, query = ''): string {
  return `${wiki.url}/index.php?title=${encodeURIComponent(title).replaceAll('%3A', ':')}${query === '' ? '' : `&${query}`}`;
}

/** The address that the wiki itself writes for a page. */
export function addressOf({ wiki }: WikiWorld, title: string): string {
  return `${wiki.url}/index.php/${encodeURI(title.replaceAll(' ', '_')).replaceAll('&', '%26')}`;
}

export async function signIn(page: Page, world: WikiWorld, { name, password }: Account): Promise<void> {
  await page.goto(at(world, 'Special:UserLogin'));
  await page.fill('#wpName1', name);
  await page.fill('#wpPassword1', password);
  await follow(page, '#wpLoginAttempt');
  await page.waitForSelector('#pt-logout');
}

/** Opens the editor for wikitext and writes, in place of what stood there. */
export async function write(
  page: Page,
  world: WikiWorld,
  title: string,
  text: string,
  query = 'action=edit',
): Promise<void> {
  await page.goto(at(world, title, query));
  await page.fill('#wpTextbox1', text);
}

/** Presses a button under the editor. */
export function press(page: Page, button: 'wpSave' | 'wpPreview' | 'wpDiff'): Promise<void> {
  return follow(page, `#editform [name=${button}]`);
}

/** Fills what a form is sent with, in a field of that name. */
export async function fillNamed(page: Page, name: string, text: string): Promise<void> {
  await page.fill(`[name="${name}"]`, text);
}

const SCRIPTS_WITHIN_MS = 10_000;

interface WikiScript {
  mw: {
    loader: { using(name: string): Promise<unknown> };
    Api: new () => {
      postWithToken(kind: string, fields: object): Promise<unknown>;
      upload(file: File, fields: object): Promise<unknown>;
    };
  };
}

/** Calls the wiki's API as its own pages do; a refusal is nothing to them either. */
export async function callApi(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await scriptsAreThere(page);
  await page.evaluate(async (given) => {
    const { mw } = window as unknown as WikiScript;
    await mw.loader.using('mediawiki.api');
    await Promise.resolve(new mw.Api().postWithToken('csrf', given)).catch(() => undefined);
  }, fields);
}

/** Uploads as the gadgets for many files do; one that insists overrules the wiki's warnings. */
export async function uploadByScript(
  page: Page,
  file: { readonly name: string; readonly text: string; readonly insists: boolean },
): Promise<void> {
  await scriptsAreThere(page);
  await page.evaluate(async ({ name, text, insists }) => {
    const { mw } = window as unknown as WikiScript;
    await mw.loader.using('mediawiki.api');
    const fields = { filename: name, ...(insists ? { ignorewarnings: true } : {}) };
    await Promise.resolve(new mw.Api().upload(new File([text], name), fields)).catch(() => undefined);
  }, file);
}

/** A page whose scripts did not come, as on a busy machine, is loaded again. */
async function scriptsAreThere(page: Page): Promise<void> {
  const there = () => 'using' in ((window as Partial<WikiScript>).mw?.loader ?? {});
  const came = await page.waitForFunction(there, null, { timeout: SCRIPTS_WITHIN_MS }).catch(() => null);
  if (came !== null) return;
  await page.reload();
  await page.waitForFunction(there);
}
