/**
 * An activity's link: absolute, on the site itself, without fragment, and with only the query names that the recipe
 * lists, for others may hold a session or a search. Null for anything else.
 */
export function cleanLink(link: string, base: string, linkQuery: readonly string[]): string | null {
  if (link === '' || !URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  if (url.origin !== new URL(base).origin || !/^https?:$/.test(url.protocol)) return null;
  const kept = [...url.searchParams].filter(([name]) => linkQuery.includes(name));
  const query = kept.map(([name, value]) => `${readable(name)}=${readable(value)}`).join('&');
  return `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`;
}

/** Escaped, but for the ':' and '/' that wikis put in page names and that people read. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/');
}
