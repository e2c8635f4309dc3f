const READ = [
  'accounts',
  'blocks',
  'bookmarks',
  'collections',
  'favourites',
  'filters',
  'follows',
  'lists',
  'mutes',
  'notifications',
  'search',
  'statuses',
];
const WRITE = [
  'accounts',
  'blocks',
  'bookmarks',
  'collections',
  'conversations',
  'favourites',
  'filters',
  'follows',
  'lists',
  'media',
  'mutes',
  'notifications',
  'reports',
  'statuses',
];

/** Every scope of Mastodon's that an app may ask for; an administrator's are not given to apps. */
export const SCOPES: readonly string[] = [
  'read',
  ...READ.map((what) => `read:${what}`),
  'write',
  ...WRITE.map((what) => `write:${what}`),
  'follow',
  'push',
  'profile',
];

/** Ours, which Mastodon has not: links that invite. Apps that know them need not be told. */
const OWN_SCOPES = ['read:invitations', 'write:invitations'];
const KNOWN: ReadonlySet<string> = new Set([...SCOPES, ...OWN_SCOPES]);

/** What the scope from Mastodon's first years stands for. */
const FOLLOW = new Set(['blocks', 'follows', 'mutes'].flatMap((what) => [`read:${what}`, `write:${what}`]));

/** Scopes as a list with single spaces, each once; null where one is not known here, or none is left. */
export function scopesOf(text: string): string | null {
  const scopes = [...new Set(text.split(/[\s+]+/).filter(Boolean))];
  return scopes.length > 0 && scopes.every((scope) => KNOWN.has(scope)) ? scopes.join(' ') : null;
}

/** Whether scopes cover all that are wanted: `write` covers `write:statuses`. */
export function covers(granted: string, wanted: string): boolean {
  const scopes = new Set(granted.split(' '));
  return wanted
    .split(' ')
    .every(
      (scope) =>
        scopes.has(scope) ||
        scopes.has(scope.split(':')[0] ?? '') ||
        (scopes.has('follow') && FOLLOW.has(scope)),
    );
}
