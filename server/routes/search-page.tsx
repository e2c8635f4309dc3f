/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { visitorOf } from '../auth/session';
import { withoutOwnHost } from '../own-address';
import { SearchPage } from '../pages/Search';
import { wordsFor } from '../pages/words';
import { one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { parseQuery } from '../search/query';
import { DEFAULT_PAGE } from '../store/paging';
import { searchStatuses } from '../store/search';
import { page, toSignIn } from './frame';
import { shownPosts } from './pages';

/** The page on which members search. */
export function searchPageRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/search', (context) => searchPage(context, ports));
  return routes;
}

const MOST_PAGES = 50;

async function searchPage(context: Context, ports: Ports) {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  const parameters = await readParameters(context);
  const typed = one(parameters, 'q')?.trim() ?? '';
  const number = Math.min(Math.max(Number.parseInt(one(parameters, 'page') ?? '', 10) || 1, 1), MOST_PAGES);
  const offset = (number - 1) * DEFAULT_PAGE;
  // One more than is shown tells whether there is another page.
  const found = await searchStatuses(
    ports.store,
    parseQuery(withoutOwnHost(typed, ports.origin)),
    visitor.account.id,
    { limit: DEFAULT_PAGE + 1, offset },
  );
  const link = (to: number): string => `/search?${new URLSearchParams({ q: typed, page: String(to) })}`;
  const words = wordsFor(context, ports);
  const title = typed === '' ? words.t('server.search') : words.t('server.search-title', { query: typed });
  const body = (
    <SearchPage
      words={words}
      typed={typed}
      posts={await shownPosts(ports, found.slice(0, DEFAULT_PAGE), visitor.account.id)}
      visitor={visitor}
      previous={number > 1 ? link(number - 1) : null}
      next={found.length > DEFAULT_PAGE && number < MOST_PAGES ? link(number + 1) : null}
    />
  );
  return page(context, ports, visitor, title, body);
}
