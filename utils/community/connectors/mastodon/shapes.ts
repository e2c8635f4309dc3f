import * as z from 'zod/mini';
import { textFromHtml } from '@/utils/practice/html';
import { MAX_PICTURES } from '@/utils/practice/practice';
import type { Place } from '../../community';
import type { Audience, Capabilities, FoundPost, Member, PostRef } from '../../connector';
import { countsInOf, edits, maxCharactersOf, takesMarkdown } from './kin';

/** Only what we use: servers that speak this API leave out and add much. */
export const StatusSchema = z.object({
  id: z.string().check(z.minLength(1)),
  url: z.optional(z.nullable(z.string())),
  uri: z.optional(z.nullable(z.string())),
  content: z.optional(z.nullable(z.string())),
  created_at: z.optional(z.string()),
  in_reply_to_id: z.optional(z.nullable(z.string())),
  favourites_count: z.optional(z.int()),
  replies_count: z.optional(z.int()),
  favourited: z.optional(z.nullable(z.boolean())),
  /** There where somebody passed on the post of another. */
  reblog: z.optional(z.unknown()),
  account: z.object({
    id: z.string(),
    username: z.optional(z.string()),
    display_name: z.optional(z.nullable(z.string())),
  }),
});
export type Status = z.infer<typeof StatusSchema>;

export const StatusesSchema = z.array(StatusSchema);
export const ContextSchema = z.object({ descendants: StatusesSchema });

export const AccountSchema = z.object({
  id: z.string().check(z.minLength(1)),
  username: z.string(),
  acct: z.optional(z.string()),
  display_name: z.optional(z.nullable(z.string())),
  group: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
});
export const AccountsSchema = z.array(AccountSchema);

export const InstanceSchema = z.object({
  title: z.string(),
  version: z.string(),
  /** Of the API that it speaks. */
  api_versions: z.optional(z.nullable(z.object({ mastodon: z.optional(z.unknown()) }))),
  max_toot_chars: z.optional(z.int().check(z.positive())),
  pleroma: z.optional(
    z.object({
      metadata: z.optional(
        z.object({
          features: z.optional(z.array(z.string())),
          post_formats: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
  configuration: z.optional(
    z.object({
      statuses: z.optional(
        z.object({
          max_characters: z.optional(z.int().check(z.positive())),
          max_media_attachments: z.optional(z.int()),
          supported_mime_types: z.optional(z.array(z.string())),
          characters_reserved_per_url: z.optional(z.int()),
        }),
      ),
      media_attachments: z.optional(z.object({ supported_mime_types: z.optional(z.array(z.string())) })),
      deelgenoot: z.optional(
        z.object({
          idempotency: z.optional(z.string()),
          places: z.optional(z.boolean()),
          invitations: z.optional(z.boolean()),
        }),
      ),
    }),
  ),
});

export type Instance = z.infer<typeof InstanceSchema>;

/** A picture that was sent; `url` is null while the server is at work on it. */
export const MediaSchema = z.object({
  id: z.string().check(z.minLength(1)),
  url: z.optional(z.nullable(z.string())),
});

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
    answersId: status.in_reply_to_id ?? null,
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
  readonly username?: string | undefined;
  readonly display_name?: string | null | undefined;
}

function nameOf({ username = '', display_name }: Named): string {
  const name = (display_name ?? '').trim();
  return (name === '' ? username : name).slice(0, MOST_NAME);
}

export function capabilitiesOf(instance: Instance): Capabilities {
  const { title, configuration } = instance;
  const ours = configuration?.deelgenoot;
  // Everywhere else a public post can be read by the whole world: there, followers come first.
  const audiences: readonly Audience[] =
    ours === undefined ? ['followers', 'public'] : ['members', 'followers'];
  return {
    name: title.trim().slice(0, MOST_NAME),
    kind: 'stream',
    countsIn: countsInOf(instance),
    needsPlace: false,
    readsBy: 'list',
    canThank: true,
    maxCharacters: maxCharactersOf(instance),
    keepsKeys: ours?.idempotency === 'forever',
    canEdit: ours !== undefined || edits(instance),
    canRemove: true,
    hasPlaces: ours?.places === true,
    canInvite: ours?.invitations === true,
    format: takesMarkdown(instance) ? 'markdown' : 'plain',
    audiences,
    pictures: picturesOf(configuration),
  };
}

/** As many as the server says, of the two kinds that we send; one that says nothing of pictures takes none. */
function picturesOf(configuration: Instance['configuration']): number {
  const types = configuration?.media_attachments?.supported_mime_types ?? [];
  const takesOurs = types.includes('image/jpeg') && types.includes('image/png');
  const most = configuration?.statuses?.max_media_attachments ?? 0;
  return takesOurs ? Math.max(0, Math.min(most, MAX_PICTURES)) : 0;
}
