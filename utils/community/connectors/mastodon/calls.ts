import * as z from 'zod/mini';
import { type Result, succeed } from '@/utils/kernel/result';
import { textFromHtml } from '@/utils/practice/html';
import { bodyAs, IdSchema, listOf, maybe } from '../../answer';
import { type CommunityCall, CommunityCallSchema } from '../../community';
import type { Failure, PlainResponse } from '../../connector';

const MOST_CALLS = 20;
const MOST_WORDS = 20;
const LONGEST_TEXT = 200;

const AnnouncementsSchema = z.lazy(() =>
  listOf(
    z.object({
      id: IdSchema,
      content: z.string(),
      starts_at: maybe(z.string()),
      ends_at: maybe(z.string()),
      all_day: maybe(z.boolean()),
      tags: maybe(listOf(z.object({ name: z.string() }))),
    }),
  ),
);
type Announcement = z.infer<typeof AnnouncementsSchema>[number];

/**
 * The announcements that call for practices: those with tags, which say what about, and an end. Whatever else a server
 * announces is none. Null where the answer is none of this kind.
 */
export function readCalls(response: PlainResponse): Result<readonly CommunityCall[], Failure> | null {
  const announcements = bodyAs(AnnouncementsSchema, response);
  return announcements === null ? null : succeed(announcements.flatMap(callOf).slice(0, MOST_CALLS));
}

function callOf(announcement: Announcement): CommunityCall[] {
  const { id, content, starts_at, ends_at, all_day, tags } = announcement;
  const from = all_day ? startOf(starts_at) : Date.parse(starts_at ?? '');
  const until = all_day ? endOf(ends_at) : Date.parse(ends_at ?? '');
  const text = textFromHtml(content).replace(/\s+/gu, ' ').trim();
  const call = CommunityCallSchema.safeParse({
    id,
    text: [...text].slice(0, LONGEST_TEXT).join('').slice(0, LONGEST_TEXT),
    words: (tags ?? []).map(({ name }) => name).slice(0, MOST_WORDS),
    from: Number.isNaN(from) ? 0 : from,
    until,
  });
  return call.success ? [call.data] : [];
}

/** A whole day is the one of whoever reads of it, wherever they are. */
function startOf(time: string | null): number {
  return new Date(`${(time ?? '').slice(0, 10)}T00:00:00`).getTime();
}

function endOf(time: string | null): number {
  const day = new Date(startOf(time));
  return day.setDate(day.getDate() + 1);
}
