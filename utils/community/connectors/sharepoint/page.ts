import * as z from 'zod/mini';
import { maybe, momentOf } from '../../answer';
import type { Account, FoundPost, PostRef } from '../../connector';
import { type Titled, untitled } from '../../microsoft/titled';

const MOST_NAME = 100;
/** What Graph wants to read at the head of a page that it is given. */
const KIND = '#microsoft.graph.sitePage';
/** Ours, the only one on a page that we made. */
const TEXT_PART = '0b9e8d52-6f0a-4c1e-9a57-3d2f1c7e4a10';
/** Asks for what a page holds, and not only for what it is called. */
export const CONTENT = '$expand=canvasLayout';

const PartsSchema = z.lazy(() => maybe(z.array(maybe(z.object({ innerHtml: maybe(z.string()) })))));
const CanvasSchema = z.lazy(() =>
  z.object({
    horizontalSections: maybe(
      z.array(maybe(z.object({ columns: maybe(z.array(maybe(z.object({ webparts: PartsSchema })))) }))),
    ),
    verticalSection: maybe(z.object({ webparts: PartsSchema })),
  }),
);

export const PageSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.minLength(1)),
    name: maybe(z.string()),
    title: maybe(z.string()),
    webUrl: maybe(z.string()),
    eTag: maybe(z.string()),
    '@odata.etag': maybe(z.string()),
    createdDateTime: maybe(z.string()),
    createdBy: maybe(
      z.object({
        user: maybe(
          z.object({ id: maybe(z.string()), email: maybe(z.string()), displayName: maybe(z.string()) }),
        ),
      }),
    ),
    publishingState: maybe(z.object({ level: maybe(z.string()), versionId: maybe(z.string()) })),
    reactions: maybe(z.object({ likeCount: maybe(z.int()), commentCount: maybe(z.int()) })),
    canvasLayout: maybe(CanvasSchema),
  }),
);
export type Page = z.infer<typeof PageSchema>;

const PLAIN_REFERENCE = /^DG-[0-9A-Z]{4}-[0-9A-Z]{4}$/u;

/** What a page is called by the reference in its text: the same for each try of the same text. */
export function nameOf(reference: string): string {
  return `${reference.toLowerCase().replace(/[^a-z0-9-]/gu, '-')}.aspx`;
}

/** The reference in a text, the last where it speaks of others too; else the key. */
export function referenceOf(text: string, key: string): string {
  return text.match(/\bDG-[0-9A-Z]{4}-[0-9A-Z]{4}\b/gu)?.at(-1) ?? key;
}

export function pagesOf(site: string): string {
  return `/sites/${encodeURIComponent(site)}/pages`;
}

/** The path of a page, whose id is `site/page`. */
export function pathOf(id: string): string {
  const [site = '', page = ''] = id.split('/');
  return `${pagesOf(site)}/${encodeURIComponent(page)}`;
}

/** What a page is given: a page must have a title, so that a text without one is called by its reference. */
export function contentOf({ title, html }: Titled, reference: string) {
  const part = { '@odata.type': '#microsoft.graph.textWebPart', id: TEXT_PART, innerHtml: html };
  const column = { id: '1', width: 12, webparts: [part] };
  const section = { layout: 'oneColumn', id: '1', emphasis: 'none', columns: [column] };
  return {
    '@odata.type': KIND,
    title: title ?? reference,
    canvasLayout: { horizontalSections: [section] },
  };
}

/** The whole text of a page, its title first. */
export function textOf({ title, canvasLayout }: Pick<Page, 'title' | 'canvasLayout'>): string {
  const columns = (canvasLayout?.horizontalSections ?? []).flatMap((section) => section?.columns ?? []);
  const parts = [...columns, canvasLayout?.verticalSection].flatMap((column) => column?.webparts ?? []);
  const html = parts.map((part) => part?.innerHtml ?? '').join('\n');
  return untitled(PLAIN_REFERENCE.test(title ?? '') ? null : title, html);
}

/** Whether readers ever saw it: first versions before that are 0.1, 0.2. */
export function wasPublished({ publishingState }: Page): boolean {
  return publishingState?.level === 'published' || !(publishingState?.versionId ?? '1').startsWith('0.');
}

/** Whether readers see this version. */
export function isShown({ publishingState }: Page): boolean {
  return (publishingState?.level ?? 'published') === 'published';
}

export function refOf(page: Page, site: string): PostRef {
  const { id, name, webUrl, publishingState } = page;
  const isAddress = webUrl !== null && /^https:\/\//iu.test(webUrl) && URL.canParse(webUrl);
  const host = site.split(',')[0];
  const version = page.eTag ?? page['@odata.etag'] ?? publishingState?.versionId;
  return {
    id: `${site}/${id}`,
    url: isAddress ? new URL(webUrl).href : `https://${host}/SitePages/${encodeURIComponent(name ?? '')}`,
    ...(typeof version === 'string' ? { version } : {}),
  };
}

/** Graph tells of authors what it has; oneself is known by id or by address. */
export function postOf(page: Page, site: string, { member }: Account): FoundPost {
  const { createdBy, createdDateTime, reactions } = page;
  const author = createdBy?.user ?? null;
  const isOwn =
    member !== null &&
    (author === null ||
      author.id === member.id ||
      author.email?.toLowerCase() === member.handle.toLowerCase());
  return {
    ...refOf(page, site),
    text: textOf(page),
    authorId: isOwn ? member.id : (author?.id ?? author?.email ?? ''),
    authorName: (author?.displayName ?? '').trim().slice(0, MOST_NAME),
    at: momentOf(createdDateTime),
    answersId: null,
    thanks: reactions?.likeCount ?? 0,
    replies: reactions?.commentCount ?? 0,
    thanked: false,
    ...(isShown(page) ? {} : { heldChange: true }),
  };
}
