import { createNetwork } from '@/entrypoints/background/network';
import { type Member, say } from '@/tests/server/a-community';
import { ORIGIN, type Server } from '@/tests/server/support';
import { aCommunity, aDatabase } from '@/tests/support/outbox-world';
import { aPractice, DUTCH, WORDINGS } from '@/tests/support/practices';
import type { Community } from '@/utils/community/community';
import type { PlainRequest } from '@/utils/community/connector';
import { createHttp, type Http } from '@/utils/community/http';
import { keepCommunity } from '@/utils/community/store';
import { newReference } from '@/utils/kernel/ids';
import type { ShelfChange } from '@/utils/library/store';
import { syncCommunity, takeTurns } from '@/utils/library/sync';
import type { Practice } from '@/utils/practice/practice';
import { render } from '@/utils/practice/render';

/** A person whose library reads from a server; the clock is the server's. */
export async function aReader(server: Server, { account, token }: Member) {
  const db = aDatabase();
  const clock = (): number => server.time.now;
  const community: Community = aCommunity({ origin: ORIGIN, accountId: account.id });
  await keepCommunity(db, community, token);
  const requests: PlainRequest[] = [];
  const toServer = createHttp(async (url, init) => server.request(String(url).slice(ORIGIN.length), init));
  const way: { http: Http } = { http: toServer };
  const http: Http = async (request) => {
    requests.push(request);
    return way.http(request);
  };
  const { perform } = createNetwork(db, clock, http);
  const changes: ShelfChange[] = [];
  const ports = {
    db,
    clock,
    perform,
    wordings: WORDINGS,
    changed: (change: ShelfChange) => changes.push(change),
  };
  /** One turn of everything that is due; gives how many requests it made. */
  const turn = async (): Promise<number> => {
    const before = requests.length;
    for (const due of await takeTurns(db, clock)) await syncCommunity(ports, due);
    return requests.length - before;
  };
  const titles = async (): Promise<string[]> =>
    (await db.shared.orderBy('at').reverse().toArray()).map(({ practice }) => practice.title);
  const reach = () => db.reaches.get(community.id);
  return { db, community, requests, changes, turn, titles, reach, way, toServer };
}

/** Shares a practice as the extension does. */
export function share(
  server: Server,
  author: Member,
  changes: Partial<Practice>,
  more: Readonly<Record<string, unknown>> = {},
) {
  return say(server, author, render(aPractice(changes), newReference(), DUTCH), more);
}
