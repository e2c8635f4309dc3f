import { browser } from 'wxt/browser';
import { folderOf, permissionPattern, withoutPage } from './origins';
import { ownPage } from './own-page';

/**
 * Asks the person, in the browser's own words, to allow these origins. Must be called in the click itself, with no
 * `await` before it. False where the person declined or the browser refused.
 */
export function requestOrigins(origins: readonly string[]): Promise<boolean> {
  const patterns = [...new Set(origins.map(permissionPattern))];
  return browser.permissions.request({ origins: patterns }).catch(() => false);
}

/**
 * The site in front, never the page that it shows: an address may hold a token. It is there because a click on our icon
 * lends it (`activeTab`); else null.
 */
export async function siteInFront(): Promise<string | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url === undefined ? null : withoutPage(tab.url);
}

/**
 * The folder of the page in front: its site, and its path without the last part. Read for a person who wants to mark
 * it, shown to them first, and told to nobody else. Null where the page is not on the web.
 */
export async function folderInFront(): Promise<{ readonly site: string; readonly path: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url === undefined ? null : folderOf(tab.url);
}

/** Puts text on the clipboard; false where the browser refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission in a frame, or no focus: the person is told to copy by hand
  }
}

/** Hands the person a file. */
export function downloadText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: Firefox begins to read it after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Our hotkey as this browser writes it now: the person may have changed it. Empty where there is none. */
export async function currentHotkey(): Promise<string> {
  const commands = (await browser.commands?.getAll()) ?? []; // a browser without a keyboard has no commands
  return commands.find(({ name }) => name === 'share')?.shortcut ?? '';
}

/** Opens a page of the extension in a tab of its own. `path` begins with '/'. */
export async function openPage(path: `/${string}`): Promise<void> {
  await browser.tabs.create({ url: ownPage(path) });
  closePopup();
}

const DRAFT_WINDOW = { type: 'popup', width: 480, height: 780 } as const;

/** Opens a draft in a window of its own, beside the work that it is about. */
export async function openDraft(draftId: string): Promise<void> {
  const path = `/sidebar.html?draft=${encodeURIComponent(draftId)}` as const;
  await browser.windows.create({ url: ownPage(path), ...DRAFT_WINDOW });
  closePopup();
}

/** Firefox leaves the popup open over what it just opened. A page in a tab stays where it is. */
function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
