import * as z from 'zod/mini';
import { bodyAs, IdSchema, listOf, maybe } from '../../answer';
import type { Account, Capabilities, PlainResponse, PostRef } from '../../connector';
import { pageCapabilities } from '../../pages';

const PageSchema = z.lazy(() =>
  z.object({
    pageid: maybe(IdSchema),
    /** Not of one that is asked for by its number, and is gone. */
    title: maybe(z.string()),
    missing: maybe(z.boolean()),
    revisions: maybe(
      listOf(
        z.object({
          revid: IdSchema,
          sha1: maybe(z.string()),
          slots: maybe(z.object({ main: z.object({ content: maybe(z.string()) }) })),
          /** Where wikis before 1.32 have it, which know no slots. */
          content: maybe(z.string()),
        }),
      ),
    ),
  }),
);
export type Page = z.infer<typeof PageSchema>;

/** Somebody's edit, in a list of them. */
export const EditSchema = z.lazy(() =>
  z.object({
    pageid: IdSchema,
    timestamp: z.string(),
    comment: maybe(z.string()),
    userid: maybe(IdSchema),
    user: maybe(z.string()),
  }),
);

const AnswerSchema = z.lazy(() =>
  z.object({
    error: z.optional(
      z.object({ code: z.string(), info: z.optional(z.string()), docref: z.optional(z.string()) }),
    ),
    continue: z.optional(
      z.object({ uccontinue: z.optional(z.string()), rccontinue: z.optional(z.string()) }),
    ),
    query: z.optional(
      z.object({
        general: z.optional(
          z.object({
            sitename: maybe(z.string()),
            generator: maybe(z.string()),
            scriptpath: maybe(z.string()),
            maxarticlesize: maybe(z.int().check(z.positive())),
          }),
        ),
        userinfo: z.optional(z.object({ id: IdSchema, name: z.string(), rights: maybe(listOf(z.string())) })),
        tokens: z.optional(z.object({ csrftoken: z.string() })),
        normalized: z.optional(listOf(z.object({ from: z.string(), to: z.string() }))),
        pages: z.optional(listOf(PageSchema)),
        usercontribs: z.optional(z.array(z.unknown())),
        recentchanges: z.optional(z.array(z.unknown())),
      }),
    ),
    edit: z.optional(
      z.object({
        result: z.string(),
        pageid: z.optional(IdSchema),
        newrevid: z.optional(IdSchema),
        info: z.optional(z.string()),
        captcha: z.optional(z.unknown()),
      }),
    ),
    delete: z.optional(z.object({ title: z.string() })),
  }),
);
export type Answer = z.infer<typeof AnswerSchema>;
export type Query = NonNullable<Answer['query']>;

/** What the API says, refusals too, which come with status 200; null where something else answered. */
export function answerOf(response: PlainResponse): Answer | null {
  return bodyAs(AnswerSchema, response);
}

/** By its number, which a page keeps when it is renamed. */
export function refOf(pageId: string, version: string | undefined, { base }: Account): PostRef {
  const url = `${base}/index.php?curid=${encodeURIComponent(pageId)}`;
  return { id: pageId, url, ...(version === undefined ? {} : { version }) };
}

/** Null where it cannot be read. */
export function contentOf({ revisions }: Page): string | null {
  const newest = revisions?.[0];
  return newest?.slots?.main.content ?? newest?.content ?? null;
}

/** As it is where nobody set it otherwise. */
const USUAL_MOST_BYTES = 2_048 * 1_024;

/** What a wiki can do; one that says nothing to strangers has what is usual. */
export function capabilitiesOf({ general, userinfo }: Query): Capabilities {
  return pageCapabilities({
    name: general?.sitename ?? '',
    maxCharacters: general?.maxarticlesize ?? USUAL_MOST_BYTES,
    format: 'wikitext',
    canRemove: userinfo?.rights?.includes('delete') === true,
    hasPlaces: false,
  });
}
