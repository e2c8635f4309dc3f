import { afterAll, beforeAll } from 'vitest';
import { type RealWiki, startDokuwiki } from '@/tests/real/dokuwiki';
import { openCommunity, type RealCommunity } from '@/tests/support/community';

/** What people work with and what they share with, both real. */
export interface Servers {
  readonly wiki: RealWiki;
  readonly community: RealCommunity;
}

/** A wiki and a community for the tests of one file; there once its tests run. */
export function useServers(): Servers {
  const servers: Partial<{ wiki: RealWiki; community: RealCommunity }> = {};
  beforeAll(async () => {
    [servers.wiki, servers.community] = await Promise.all([startDokuwiki(), openCommunity()]);
  });
  afterAll(async () => {
    await Promise.all([servers.wiki?.stop(), servers.community?.close()]);
  });
  return servers as Servers;
}
