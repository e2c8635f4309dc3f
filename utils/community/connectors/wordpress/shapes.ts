import * as z from 'zod/mini';
import { readEntities, textFromHtml } from '@/utils/practice/html';
import { IdSchema, listOf, maybe, momentOf } from '../../answer';
import type { Account, FoundPost, PostRef } from '../../connector';
import { versionOf } from '../../page';
import { foundPage } from '../../pages';
import { adminOf } from './build';

/** As it is kept (`raw`), or as it is shown where one may not edit it. */
const TextSchema = z.lazy(() => z.object({ raw: maybe(z.string()), rendered: maybe(z.string()) }));

export const PostSchema = z.lazy(() =>
  z.object({
    id: IdSchema,
    slug: maybe(z.string()),
    status: z.string(),
    link: maybe(z.string()),
    author: maybe(IdSchema),
    date_gmt: maybe(z.string()),
    title: TextSchema,
    content: TextSchema,
    _embedded: maybe(z.object({ author: maybe(listOf(z.object({ name: maybe(z.string()) }))) })),
  }),
);
export type Post = z.infer<typeof PostSchema>;
/** Of a post that is looked for: one that cannot be read is not none. */
export const PostsSchema = z.lazy(() => z.array(PostSchema));
export const ListSchema = z.lazy(() => z.array(z.unknown()));

export const CommentsSchema = z.lazy(() =>
  listOf(
    z.object({
      id: IdSchema,
      author: maybe(IdSchema),
      author_name: maybe(z.string()),
      date_gmt: maybe(z.string()),
      content: TextSchema,
      link: maybe(z.string()),
    }),
  ),
);

export const MeSchema = z.lazy(() => z.object({ id: IdSchema, name: z.string(), slug: z.string() }));
export const CategoriesSchema = z.lazy(() => listOf(z.object({ id: IdSchema, name: z.string() })));

const PasswordsSchema = z.lazy(() =>
  z.object({
    'application-passwords': maybe(
      z.object({ endpoints: maybe(z.object({ authorization: maybe(z.string()) })) }),
    ),
  }),
);
export const SiteSchema = z.lazy(() =>
  z.object({
    name: z.string(),
    namespaces: listOf(z.string()),
    home: maybe(z.string()),
    // An empty list where there is nothing to say.
    authentication: maybe(PasswordsSchema),
  }),
);

/** What stands there: its version is its text, since the site counts in whole seconds. */
export function refOf({ id, link, title, content }: Post, { base }: Account): PostRef {
  const url =
    link !== null && /^https?:\/\//iu.test(link) ? link : `${adminOf(base)}/post.php?action=edit&post=${id}`;
  return { id, url, version: versionOf(`${title.raw ?? ''}\n${content.raw ?? ''}`) };
}

export function foundOf(post: Post, account: Account): FoundPost {
  const [title, content] = [post.title, post.content].map(({ raw, rendered }) =>
    textFromHtml(raw ?? rendered ?? ''),
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
