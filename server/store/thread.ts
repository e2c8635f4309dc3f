import { sql } from 'kysely';
import { type StatusRow, visibleStatuses } from './statuses';
import type { Store } from './store';

/** As many as Mastodon shows of one conversation, on either side of a post. */
const MOST_IN_A_THREAD = 4_096;

/** A post's place in its conversation. */
interface Node {
  readonly id: string;
  readonly in_reply_to_id: string | null;
}

export interface Thread {
  /** What the post answers, what that answers, and so on: the first one first. */
  readonly ancestors: readonly StatusRow[];
  /** Every answer behind the one that it answers, and among its own kind in the order of time. */
  readonly descendants: readonly StatusRow[];
}

/** The conversation around a post, without what the reader may not see: answers to that are still there. */
export async function readThread(store: Store, post: StatusRow, reader: string): Promise<Thread> {
  const above = post.in_reply_to_id === null ? [] : await nodesAbove(store, post.in_reply_to_id);
  const below = inOrderOfThread(post.id, await nodesBelow(store, post.id));
  const visible = await visibleStatuses(
    store,
    [...above, ...below].map(({ id }) => id),
    reader,
  );
  const shown = (nodes: readonly Node[]) => nodes.flatMap(({ id }) => visible.get(id) ?? []);
  return { ancestors: shown(above), descendants: shown(below) };
}

async function nodesAbove({ db, communityId }: Store, parent: string): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with recursive thread(id, in_reply_to_id) as (
      select id, in_reply_to_id from statuses where community_id = ${communityId} and id = ${parent}
      union all
      select statuses.id, statuses.in_reply_to_id from thread
      join statuses on statuses.community_id = ${communityId} and statuses.id = thread.in_reply_to_id
    )
    select id, in_reply_to_id from thread limit ${sql.lit(MOST_IN_A_THREAD)}`.execute(db);
  const byId = new Map(rows.map((node) => [node.id, node]));
  const nearestFirst: Node[] = [];
  for (let node = byId.get(parent); node !== undefined; node = byId.get(node.in_reply_to_id ?? ''))
    nearestFirst.push(node);
  return nearestFirst.reverse();
}

async function nodesBelow({ db, communityId }: Store, root: string): Promise<Node[]> {
  const { rows } = await sql<Node>`
    with recursive thread(id, in_reply_to_id) as (
      select id, in_reply_to_id from statuses where community_id = ${communityId} and in_reply_to_id = ${root}
      union all
      select statuses.id, statuses.in_reply_to_id from thread
      join statuses on statuses.community_id = ${communityId} and statuses.in_reply_to_id = thread.id
    )
    select id, in_reply_to_id from thread limit ${sql.lit(MOST_IN_A_THREAD)}`.execute(db);
  return rows;
}

function inOrderOfThread(root: string, nodes: readonly Node[]): Node[] {
  const answers = new Map<string, Node[]>();
  for (const node of nodes.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const parent = node.in_reply_to_id ?? '';
    const known = answers.get(parent);
    if (known === undefined) answers.set(parent, [node]);
    else known.push(node);
  }
  const answersTo = (id: string): Node[] => (answers.get(id) ?? []).toReversed();
  const ordered: Node[] = [];
  const waiting = answersTo(root);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    ordered.push(node);
    waiting.push(...answersTo(node.id));
  }
  return ordered;
}
