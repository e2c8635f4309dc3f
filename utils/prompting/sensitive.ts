import type { SensitivePages } from '@/utils/settings/settings';

/** Whether a page is among those that somebody marked; a path marks itself and everything below it. */
export function isSensitive(page: string, marked: readonly SensitivePages[]): boolean {
  if (!URL.canParse(page)) return false;
  const { origin, pathname } = new URL(page);
  const path = withSlash(pathname);
  return marked.some((one) => one.site === origin && path.startsWith(withSlash(one.path)));
}

/** Ends with one slash and has no capitals: many systems answer to both, and a mark too many harms nobody. */
function withSlash(path: string): string {
  return `${path.toLowerCase().replace(/\/+$/, '')}/`;
}
