import * as z from 'zod/mini';
import { textFromHtml } from '@/utils/practice/html';
import { IdSchema, listOf, maybe } from '../../answer';
import type { Place } from '../../community';
import type { FoundPost, Member, PostRef } from '../../connector';

/** Only what we use: servers that speak this API leave out and add much. */
export const StatusSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    url: maybe(z.string()),
    uri: maybe(z.string()),
    content: z.optional(z.nullable(z.string())),
    created_at: maybe(z.string()),
    in_reply_to_id: maybe(IdSchema),
    favourites_count: maybe(z.int()),
    replies_count: maybe(z.int()),
    favourited: maybe(z.boolean()),
    /** There where somebody passed on the post of another. */
    reblog: z.optional(z.unknown()),
    account: z.object({
      id: IdSchema,
      username: maybe(z.string()),
      display_name: maybe(z.string()),
    }),
  }),
);
export type Status = z.infer<typeof StatusSchema>;

export const StatusesSchema = z.lazy(() => listOf(StatusSchema));
/** Among which a post is looked for: one that cannot be read is not none. */
export const EveryStatusSchema = z.lazy(() => z.array(StatusSchema));
export const ContextSchema = z.lazy(() => z.object({ descendants: StatusesSchema }));

export const AccountSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    username: z.string(),
    acct: maybe(z.string()),
    display_name: maybe(z.string()),
    group: maybe(z.boolean()),
    locked: maybe(z.boolean()),
  }),
);
export const AccountsSchema = z.lazy(() => listOf(AccountSchema));

/** A picture that was sent. */
export const MediaSchema = z.lazy(() => z.object({ id: IdSchema }));

const MOST_NAME = 100;

/** Where a person can open the post; the server's own page of it where it gives no usable address. */
export function refOf({ id, url, uri }: Status, origin: string): PostRef {
  const address = [url, uri].find(
    (one) => typeof one === 'string' && /^https?:\/\//iu.test(one) && URL.canParse(one),
  );
  return { id, url: address ?? `${origin}/web/statuses/${encodeURIComponent(id)}` };
}

export function postOf(status: Status, origin: string): FoundPost {
  return {
    ...refOf(status, origin),
    text: textFromHtml(status.content ?? ''),
    authorId: status.account.id,
    authorName: nameOf(status.account),
    at: Date.parse(status.created_at ?? '') || 0,
    answersId: status.in_reply_to_id,
    thanks: status.favourites_count ?? 0,
    replies: status.replies_count ?? 0,
    thanked: status.favourited === true,
  };
}

type AccountShape = z.infer<typeof AccountSchema>;

export function memberOf(account: AccountShape): Member {
  return { id: account.id, name: nameOf(account), handle: account.acct ?? account.username };
}

export function placeOf(account: AccountShape): Place {
  return { id: account.id, name: nameOf(account), closed: account.locked ?? false };
}

interface Named {
  readonly username: string | null;
  readonly display_name: string | null;
}

function nameOf({ username, display_name }: Named): string {
  const name = (display_name ?? '').trim();
  return (name === '' ? (username ?? '') : name).slice(0, MOST_NAME);
}
