/** How a member is called there: `@ann`, but an address, or a name that has its `@` already, as it is. */
export function shownHandle(handle: string): string {
  return handle.includes('@') ? handle : `@${handle}`;
}

/** What an application may do, in the platform's words, without the address that some put before each. */
export function shownScopes(scopes: readonly string[]): string {
  return scopes.map((scope) => scope.replace(/^https:\/\/[^/]+\//u, '')).join(', ');
}
