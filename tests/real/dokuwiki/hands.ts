import { setTimeout as wait } from 'node:timers/promises';
import { type RealWiki, WIKI_MEMBER } from '../dokuwiki';
import type { Hand } from '../proof/hand';

/** The editor's text and buttons: labels are translated, these are not. */
export const TEXT = '#wiki__text';
export const SAVE = '#edbtn__save';
export const PREVIEW = '#edbtn__preview';
export const CANCEL = 'button[name="do[cancel]"]';

export function pageAddress(
  { url }: RealWiki,
  id: string,
  query: Readonly<Record<string, string>> = {},
): string {
  return `${url}/doku.php?${new URLSearchParams({ id, ...query })}`;
}

export async function signIn(hand: Hand, wiki: RealWiki): Promise<void> {
  await hand.goto(pageAddress(wiki, 'start', { do: 'login' }));
  await hand.fill('input[name=u]', WIKI_MEMBER.name);
  await hand.fill('input[name=p]', WIKI_MEMBER.password);
  await hand.follow('#dw__login button[type=submit]');
  await hand.waitFor('.action.logout');
}

/** Opens a page in the editor with this text in it. */
export async function change(hand: Hand, wiki: RealWiki, id: string, text: string): Promise<void> {
  await hand.goto(pageAddress(wiki, id, { do: 'edit' }));
  await hand.fill(TEXT, text);
}

/** Changes a page and saves it. */
export async function save(hand: Hand, wiki: RealWiki, id: string, text: string): Promise<void> {
  await change(hand, wiki, id, text);
  await hand.follow(SAVE);
}

/** Nobody closes a window before they have seen that it worked. */
export function aMoment(): Promise<void> {
  return wait(700);
}
