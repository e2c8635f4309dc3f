import type { Context } from 'hono';
import { one, type Parameters } from '../parameters';
import { DEFAULT_PAGE, LARGEST_PAGE, type Page } from '../store/paging';
import { ID_DIGITS } from '../store/status-id';

interface PageSizes {
  readonly usual?: number;
  readonly most?: number;
}

/** How many a request asks for; what is no number counts as the usual. */
export function limitOf(
  parameters: Parameters,
  { usual = DEFAULT_PAGE, most = LARGEST_PAGE }: PageSizes = {},
): number {
  const asked = Number.parseInt(one(parameters, 'limit') ?? '', 10);
  return Number.isNaN(asked) || asked < 1 ? usual : Math.min(asked, most);
}

/** The page that a request asks for. */
export function pageOf(parameters: Parameters, sizes: PageSizes = {}): Page {
  return {
    limit: limitOf(parameters, sizes),
    maxId: idOf(parameters, 'max_id'),
    sinceId: idOf(parameters, 'since_id'),
    minId: idOf(parameters, 'min_id'),
  };
}

/** The id that a parameter names. What is no id was not given. */
export function idOf(parameters: Parameters, name: string): string | undefined {
  return toId(one(parameters, name) ?? '');
}

/** Ids are compared as text, so one that is shorter or longer than ours gets our length. */
export function toId(text: string): string | undefined {
  const digits = /^0*(\d+)$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  return digits.length > ID_DIGITS ? '9'.repeat(ID_DIGITS) : digits.padStart(ID_DIGITS, '0');
}

/** Mastodon's `Link` header: absolute addresses, other filters kept. Nothing where the page is empty. */
export function addPageLinks(context: Context, origin: string, ids: readonly string[], limit: number): void {
  const last = ids.at(-1);
  const [first] = ids;
  if (first === undefined || last === undefined) return;
  const link = (name: string, id: string, rel: string): string => {
    const url = new URL(context.req.url);
    const address = new URL(`${url.pathname}${url.search}`, origin);
    for (const other of ['max_id', 'since_id', 'min_id']) address.searchParams.delete(other);
    address.searchParams.set(name, id);
    return `<${address.href}>; rel="${rel}"`;
  };
  const links = [link('min_id', first, 'prev')];
  if (ids.length === limit) links.unshift(link('max_id', last, 'next'));
  context.header('Link', links.join(', '));
}
