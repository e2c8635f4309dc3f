import { type StatusRow, visibleStatuses } from './statuses';
import type { Store } from './store';

/** As many as Mastodon shows of one conversation. */
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
  const nodes = await nodesOf(store, post.thread_id ?? post.id);
  const above = nodesAbove(post, nodes);
  const below = nodesBelow(post.id, nodes);
  const visible = await visibleStatuses(
    store,
    [...above, ...below].map(({ id }) => id),
    reader,
  );
  const shown = (some: readonly Node[]) => some.flatMap(({ id }) => visible.get(id) ?? []);
  return { ancestors: shown(above), descendants: shown(below) };
}

/** All of a conversation, deleted and hidden posts too, in the order of time. */
async function nodesOf({ db, communityId }: Store, first: string): Promise<Node[]> {
  const answers = await db
    .selectFrom('statuses')
    .select(['id', 'in_reply_to_id'])
    .where('community_id', '=', communityId)
    .where('thread_id', '=', first)
    .orderBy('id')
    .limit(MOST_IN_A_THREAD)
    .execute();
  return [{ id: first, in_reply_to_id: null }, ...answers];
}

function nodesAbove(post: Node, nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const nearestFirst: Node[] = [];
  const parentOf = ({ in_reply_to_id }: Node) => byId.get(in_reply_to_id ?? '');
  for (let node = parentOf(post); node !== undefined; node = parentOf(node)) nearestFirst.push(node);
  return nearestFirst.reverse();
}

function nodesBelow(root: string, nodes: readonly Node[]): Node[] {
  const answers = new Map<string, Node[]>();
  for (const node of nodes) {
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
