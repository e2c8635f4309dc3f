import type { Ports } from '../ports';

/** Mastodon's Tag. How often it is used, and by how many, is told to nobody. */
export function tagEntity({ origin }: Ports, name: string, following: boolean) {
  const url = `${origin}/tags/${encodeURIComponent(name)}`;
  return { id: name, name, url, history: [], following, featuring: false };
}
