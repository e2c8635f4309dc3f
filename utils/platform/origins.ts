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
