import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What a page shows of itself. */
export interface FakePage {
  readonly url: string;
  readonly title?: string;
  /** Selectors that find something there. */
  readonly selectors?: readonly string[];
  readonly cookieNames?: readonly string[];
}

/** A browser with one tab, which shows a page that lets scripts look at it; `injected` are the files put there. */
export function showPage(tabId: number, page: FakePage): { readonly injected: string[] } {
  const injected: string[] = [];
  const tab = { id: tabId, url: page.url, title: page.title ?? '', status: 'complete', active: true };
  const { origin, host, pathname } = new URL(page.url);
  const look = (wanted: readonly string[]) => ({
    origin,
    host,
    path: pathname,
    title: tab.title,
    selectors: wanted.filter((selector) => page.selectors?.includes(selector)),
    cookieNames: page.cookieNames ?? [],
  });
  Object.assign(fakeBrowser.tabs, { get: async () => tab, query: async () => [tab] });
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async ({ files, args }: { files?: readonly string[]; args?: readonly never[] }) => {
        injected.push(...(files ?? []));
        return [{ result: args === undefined ? undefined : look(args[0] ?? []) }];
      },
    },
  });
  return { injected };
}
