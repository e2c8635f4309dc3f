import * as z from 'zod/mini';
import { readEntities, textFromHtml } from '@/utils/practice/html';
import { IdSchema, momentOf } from '../../answer';
import type { Account, FoundPost, PostRef } from '../../connector';
import { versionOf } from '../../page';
import { foundPage } from '../../pages';
import { adminOf } from './build';

/** As it is kept (`raw`), or as it is shown where one may not edit it. */
const TextSchema = z.lazy(() => z.object({ raw: z.optional(z.string()), rendered: z.optional(z.string()) }));

export const PostSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    slug: z.optional(z.string()),
    status: z.string(),
    link: z.optional(z.string()),
    author: z.optional(IdSchema),
    date_gmt: z.optional(z.nullable(z.string())),
    title: TextSchema,
    content: TextSchema,
    _embedded: z.optional(
      z.object({ author: z.optional(z.array(z.object({ name: z.optional(z.string()) }))) }),
    ),
  }),
);
export type Post = z.infer<typeof PostSchema>;
export const PostsSchema = z.lazy(() => z.array(PostSchema));

export const CommentsSchema = z.lazy(() =>
  z.array(
    z.object({
      id: IdSchema,
      author: z.optional(IdSchema),
      author_name: z.optional(z.string()),
      date_gmt: z.optional(z.string()),
      content: TextSchema,
      link: z.optional(z.string()),
    }),
  ),
);

export const MeSchema = z.lazy(() => z.object({ id: IdSchema, name: z.string(), slug: z.string() }));
export const CategoriesSchema = z.lazy(() => z.array(z.object({ id: IdSchema, name: z.string() })));

const PasswordsSchema = z.lazy(() =>
  z.object({
    'application-passwords': z.optional(
      z.object({ endpoints: z.optional(z.object({ authorization: z.optional(z.string()) })) }),
    ),
  }),
);
export const SiteSchema = z.lazy(() =>
  z.object({
    name: z.string(),
    namespaces: z.array(z.string()),
    home: z.optional(z.string()),
    // An empty list where there is nothing to say.
    authentication: z.optional(z.catch(PasswordsSchema, {})),
  }),
);

/** What stands there: its version is its text, since the site counts in whole seconds. */
export function refOf({ id, link = '', title, content }: Post, { base }: Account): PostRef {
  const url = /^https?:\/\//iu.test(link) ? link : `${adminOf(base)}/post.php?action=edit&post=${id}`;
  return { id, url, version: versionOf(`${title.raw}\n${content.raw}`) };
}

export function foundOf(post: Post, account: Account): FoundPost {
  const [title, content] = [post.title, post.content].map(({ raw, rendered = '' }) =>
    textFromHtml(raw ?? rendered),
  );
  const authorId = post.author ?? '';
  const own = authorId === account.member?.id ? account.member.handle : '';
  const found = foundPage(refOf(post, account), {
    text: title === '' ? (content ?? '') : `${title}\n\n${content}`,
    authorId,
    authorName: readEntities(post._embedded?.author?.[0]?.name ?? own),
    at: momentOf(post.date_gmt && `${post.date_gmt}Z`),
  });
  return SHOWN.includes(post.status) ? found : { ...found, held: true };
}

/** What readers see; of all else an editor has yet to decide. */
const SHOWN: readonly string[] = ['publish', 'private'];
