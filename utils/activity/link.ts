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

/** Beside the names that no recipe may use: what sign-ins and signed links put into an address. */
const OF_A_SIGN_IN = /auth|jwt|signature|ticket|sid$|^(code|otp|sas|sig|state)$/i;

/**
 * The address of a page that somebody points at themselves: as it is, but without user and password, and without what
 * its name gives away as a key to somewhere. Null for what is no page of the web.
 */
export function pointedLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, protocol, pathname, search, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  const kept = search.slice(1).split('&').filter(isHarmless).join('&');
  const place = hash.includes('=') ? '' : hash; // a place in the page has no values; an answer to a sign-in has
  const link = `${origin}${withoutSession(pathname)}${kept === '' ? '' : `?${kept}`}${place}`;
  return link.length > MAX_LINK_LENGTH ? null : link;
}

function isHarmless(pair: string): boolean {
  const [name = ''] = new URLSearchParams(pair).keys();
  return !isRefusedName(name) && !OF_A_SIGN_IN.test(name);
}

/** Escaped, but for the ':' and '/' that wikis put in page names and that people read. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
