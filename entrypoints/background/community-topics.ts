import { MINUTE_MS } from '@/utils/kernel/clock';
import type { Services } from './services';

const MOST_READ = 300;
const MOST = 30;
const COUNT_AGAIN_MS = 10 * MINUTE_MS;

let counted: { readonly db: object; readonly at: number; readonly topics: readonly string[] } | null = null;

/** What the communities write about, most often first: of the newest that they shared, counted once in ten minutes. */
export async function communityTopics({
  db,
  clock,
}: Pick<Services, 'db' | 'clock'>): Promise<readonly string[]> {
  const now = clock();
  if (counted?.db === db && now >= counted.at && now - counted.at < COUNT_AGAIN_MS) return counted.topics;
  const newest = await db.shared.orderBy('at').reverse().limit(MOST_READ).toArray();
  const times = new Map<string, { topic: string; count: number }>();
  for (const topic of newest.flatMap(({ practice }) => practice.topics)) {
    const known = times.get(topic.toLowerCase()) ?? { topic, count: 0 };
    times.set(topic.toLowerCase(), { ...known, count: known.count + 1 });
  }
  const topics = [...times.values()].sort((one, other) => other.count - one.count).map(({ topic }) => topic);
  counted = { db, at: now, topics: topics.slice(0, MOST) };
  return counted.topics;
}
