import * as z from 'zod/mini';
import { IdSchema, listOf, maybe, momentOf } from '@/utils/community/answer';
import type { Capabilities, FoundPost, Member } from '@/utils/community/connector';
import { outOfFormat } from '@/utils/practice/format';

export const AboutSchema = z.lazy(() =>
  z.object({
    product: z.literal('pinboard'),
    name: z.string(),
    version: z.string(),
    longest: z.int(),
  }),
);
export const PersonSchema = z.lazy(() => z.object({ id: IdSchema, login: z.string(), name: z.string() }));
export const NoteSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    text: maybe(z.string()),
    by: PersonSchema,
    at: maybe(z.string()),
    answers: maybe(IdSchema),
    thanks: maybe(z.int()),
    thanked: maybe(z.boolean()),
    replies: maybe(z.int()),
  }),
);
export const NotesSchema = z.lazy(() =>
  z.object({ notes: listOf(NoteSchema), older: z.nullable(z.string()) }),
);

/** What every pinboard can do; the rest each says of itself. */
export function capabilitiesOf({ name, longest }: z.infer<typeof AboutSchema>): Capabilities {
  return {
    name,
    kind: 'stream',
    maxCharacters: longest,
    countsIn: 'code-points',
    rateLimit: [{ requests: 60, perMs: 60_000 }],
    keepsKeys: false,
    canEdit: true,
    canRemove: true,
    hasPlaces: false,
    needsPlace: false,
    readsBy: 'list',
    canThank: true,
    canInvite: false,
    audiences: ['members'],
    pictures: 0,
    format: 'markdown',
  };
}

export function memberOf({ id, login, name }: z.infer<typeof PersonSchema>): Member {
  return { id, name, handle: login };
}

/** As plain text, so that a practice is found again in it. */
export function postOf(
  { id, text, by, at, answers, thanks, thanked, replies }: z.infer<typeof NoteSchema>,
  base: string,
): FoundPost {
  return {
    id,
    url: `${base}/notes/${encodeURIComponent(id)}`,
    text: outOfFormat(text ?? '', 'markdown'),
    authorId: by.id,
    authorName: by.name,
    at: momentOf(at),
    answersId: answers,
    thanks: thanks ?? 0,
    thanked: thanked ?? false,
    replies: replies ?? 0,
  };
}
