import * as z from 'zod/mini';
import { bodyAs, IdSchema } from '../../answer';
import type { Account, Capabilities, PlainResponse, PostRef } from '../../connector';
import { pageCapabilities } from '../../pages';

const PageSchema = z.lazy(() =>
  z.object({
    pageid: z.optional(IdSchema),
    /** Not of one that is asked for by its number, and is gone. */
    title: z.optional(z.string()),
    missing: z.optional(z.boolean()),
    revisions: z.optional(
      z.array(
        z.object({
          revid: IdSchema,
          sha1: z.optional(z.string()),
          slots: z.optional(z.object({ main: z.object({ content: z.optional(z.string()) }) })),
        }),
      ),
    ),
  }),
);
export type Page = z.infer<typeof PageSchema>;

/** Somebody's edit, in a list of them. */
const EditSchema = z.lazy(() =>
  z.object({
    pageid: IdSchema,
    timestamp: z.string(),
    comment: z.optional(z.string()),
    userid: z.optional(IdSchema),
    user: z.optional(z.string()),
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
            sitename: z.optional(z.string()),
            generator: z.optional(z.string()),
            scriptpath: z.optional(z.string()),
            maxarticlesize: z.optional(z.int().check(z.positive())),
          }),
        ),
        userinfo: z.optional(
          z.object({ id: IdSchema, name: z.string(), rights: z.optional(z.array(z.string())) }),
        ),
        tokens: z.optional(z.object({ csrftoken: z.string() })),
        normalized: z.optional(z.array(z.object({ from: z.string(), to: z.string() }))),
        pages: z.optional(z.array(PageSchema)),
        usercontribs: z.optional(z.array(EditSchema)),
        recentchanges: z.optional(z.array(EditSchema)),
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

export function contentOf({ revisions }: Page): string {
  return revisions?.[0]?.slots?.main.content ?? '';
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
