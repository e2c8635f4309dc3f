/** The permission that covers an origin. Match patterns carry no port: Firefox refuses one. */
export function permissionPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
