/** The permission that covers an origin. Match patterns carry no port: Firefox refuses one. */
export function permissionPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** An address without its page, its query and its sign-in: enough to tell which site it is, or that it is none. */
export function withoutPage(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** The site of an address and its path up to the last slash; null for what is no page on the web. */
export function folderOf(address: string): { readonly site: string; readonly path: string } | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin, pathname } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb ? { site: origin, path: pathname.slice(0, pathname.lastIndexOf('/') + 1) } : null;
}
