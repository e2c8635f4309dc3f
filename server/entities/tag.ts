import { tagUrl } from '../content';
import type { Ports } from '../ports';

/** Mastodon's Tag. How often it is used, and by how many, is told to nobody. */
export function tagEntity({ origin }: Ports, name: string, following: boolean) {
  return { id: name, name, url: tagUrl(origin, name), history: [], following, featuring: false };
}
