/** What an address of this server shows: a member's page, or one of their posts. */
export type Shown = { readonly handle: string; readonly id: string | null };

const PAGE = /^\/@([a-z0-9_]+)(?:\/([0-9]+))?\/?$/i;

/** Null for an address elsewhere, and for one that shows no member and no post. */
export function readOwnAddress(text: string, origin: string): Shown | null {
  const url = URL.parse(text.trim());
  if (url === null || url.origin !== origin) return null;
  const [, handle, id = null] = PAGE.exec(url.pathname) ?? [];
  return handle === undefined ? null : { handle: handle.toLowerCase(), id };
}

/** Our own host's name behind a handle says nothing: `@anna@here` is `@anna`. */
export function withoutOwnHost(text: string, origin: string): string {
  const { host, hostname } = new URL(origin);
  return text
    .split(/(\s+)/)
    .map((word) => {
      const ours = [host, hostname].find((name) => word.toLowerCase().endsWith(`@${name}`));
      return ours === undefined ? word : word.slice(0, -1 - ours.length);
    })
    .join('');
}
