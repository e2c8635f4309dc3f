import { withoutSession } from './path';
import { isRefusedName } from './refused-names';

/** Longer than any address that a person would share. */
const MAX_LINK_LENGTH = 2_000;

/**
 * An activity's link: absolute, on the site itself, without fragment, and with only the query names that the recipe
 * lists, for others may hold a session or a search. Null for anything else, and for what is no address.
 */
export function cleanLink(link: string, base: string, linkQuery: readonly string[]): string | null {
  if (link === '' || !URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  if (url.origin !== new URL(base).origin || !/^https?:$/.test(url.protocol)) return null;
  const kept = [...url.searchParams].filter(([name]) => linkQuery.includes(name) && !isRefusedName(name));
  const query = kept.map(([name, value]) => `${readable(name)}=${readable(value)}`).join('&');
  const path = withoutSession(url.pathname);
  const cleaned = `${url.origin}${path}${query === '' ? '' : `?${query}`}`;
  return cleaned.length > MAX_LINK_LENGTH ? null : cleaned;
}

/** Escaped, but for the ':' and '/' that wikis put in page names and that people read. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
