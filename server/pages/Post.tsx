/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { LOCALES } from '@/utils/language/languages';
import { read } from '@/utils/practice/read';
import type { Visitor } from '../auth/session';
import { contentToHtml, wordsOf } from '../content';
import { PlainText, PracticeBody } from './Practice';
import { type PageWords, WORDINGS } from './words';

/** A post as a page shows it. */
export interface ShownPost {
  readonly url: string;
  readonly text: string;
  /** What it is written in; null: plain text. */
  readonly content_type: 'text/markdown' | null;
  /** Of the text; null where its author's app did not say. */
  readonly language: string | null;
  readonly author: { readonly name: string; readonly url: string };
  readonly createdAt: string;
  readonly thanks: number;
  readonly thankedByMe: boolean;
}

interface PostProps {
  readonly words: PageWords;
  readonly post: ShownPost;
  readonly visitor: Visitor;
  /** On a page of its own, or one of many. */
  readonly alone: boolean;
}

/** One post: a practice in its parts, or what an app sent, as text. */
export function Post({ words, post, visitor, alone }: PostProps) {
  const title = titleOf(words, post);
  return (
    <article class="card post">
      {alone ? (
        <h1 lang={post.language ?? undefined}>{title}</h1>
      ) : (
        <h2 lang={post.language ?? undefined}>
          <a href={post.url}>{title}</a>
        </h2>
      )}
      <p class="byline">
        <a href={post.author.url}>{post.author.name}</a> · <Time words={words} at={post.createdAt} />
      </p>
      <div lang={post.language ?? undefined}>{alone ? <Body post={post} /> : <Opening post={post} />}</div>
      <Thanks words={words} post={post} visitor={visitor} title={title} />
    </article>
  );
}

const LONGEST_TITLE = 120;
const OPENING_LENGTH = 240;

/** The first line; a post that begins with a whole paragraph has no title of its own. */
export function titleOf({ t }: PageWords, post: ShownPost): string {
  const first = firstLine(wordsOf(post));
  return [...first].length <= LONGEST_TITLE ? first : t('server.post-by', { name: post.author.name });
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

/** What follows the title; everything where there is none. */
function bodyOf(text: string): string {
  const first = firstLine(text);
  return [...first].length <= LONGEST_TITLE ? text.trim().slice(first.length) : text;
}

function Body({ post }: { post: ShownPost }) {
  const marked = post.content_type !== null;
  const found = read(wordsOf(post), WORDINGS);
  if (found !== null) return <PracticeBody found={found} marked={marked} topicsLead />;
  const text = bodyOf(post.text);
  return marked ? raw(contentToHtml({ ...post, text }, null)) : <PlainText text={text} />;
}

/** Nothing where the title says it all. */
function Opening({ post }: { post: ShownPost }) {
  const text = opening(post);
  return text === '' ? null : <p>{shortened(text, OPENING_LENGTH)}</p>;
}

function opening(post: ShownPost): string {
  const text = wordsOf(post);
  return (read(text, WORDINGS)?.practice.did ?? bodyOf(text)).replace(/\s+/g, ' ').trim();
}

function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

/** A moment in the reader's own words. */
export function Time({ words: { language }, at }: { words: PageWords; at: string }) {
  const shown = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' });
  return <time datetime={at}>{shown.format(new Date(at))}</time>;
}

interface ThanksProps {
  readonly words: PageWords;
  readonly post: ShownPost;
  readonly visitor: Visitor;
  readonly title: string;
}

function Thanks({ words: { t }, post, visitor, title }: ThanksProps) {
  const label = t('server.thank');
  return (
    <form method="post" action={`${new URL(post.url).pathname}/thanks`} class="row thanks">
      <input type="hidden" name="csrf" value={visitor.csrf} />
      <input type="hidden" name="on" value={post.thankedByMe ? 'false' : 'true'} />
      <button
        type="submit"
        class="quiet"
        aria-pressed={post.thankedByMe ? 'true' : 'false'}
        aria-label={`${label}: ${title}`}
      >
        {label}
      </button>
      {post.thanks === 0 ? null : <span>{t('server.thanks', { count: post.thanks })}</span>}
    </form>
  );
}
