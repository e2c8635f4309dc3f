/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Visitor } from '../auth/session';
import { toHtml } from '../content';
import type { PageWords } from './words';

/** A post as a page shows it. */
export interface ShownPost {
  readonly url: string;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
  readonly thanks: number;
  readonly thankedByMe: boolean;
}

interface PostProps {
  readonly words: PageWords;
  readonly post: ShownPost;
  readonly visitor: Visitor;
  readonly origin: string;
  /** On a page of its own, or one of many. */
  readonly alone: boolean;
}

/** One post: its first line is its heading, the rest are its sections. */
export function Post({ words, post, visitor, origin, alone }: PostProps) {
  const [title = '', ...rest] = post.text.trim().split('\n');
  const heading = alone ? (
    <h1>{title}</h1>
  ) : (
    <h2>
      <a href={post.url}>{title}</a>
    </h2>
  );
  return (
    <article class="card post">
      {heading}
      <p class="byline">
        {post.author} · <Time words={words} at={post.createdAt} />
      </p>
      {alone ? sections(rest.join('\n'), origin) : <p>{opening(rest.join('\n'))}</p>}
      <Thanks words={words} post={post} visitor={visitor} />
    </article>
  );
}

/** A block whose first line ends with a colon is a section: its label is a heading. */
function sections(text: string, origin: string) {
  return text
    .trim()
    .split(/\n{2,}/)
    .filter((block) => block !== '')
    .map((block) => {
      const [first = '', ...lines] = block.split('\n');
      const labelled = first.endsWith(':') && lines.length > 0;
      // Made from escaped text by toHtml; nothing of it was HTML before.
      const html = raw(toHtml(labelled ? lines.join('\n') : block, origin));
      return labelled ? (
        <section>
          <h2>{first.slice(0, -1)}</h2>
          {html}
        </section>
      ) : (
        html
      );
    });
}

const OPENING_LENGTH = 240;

function opening(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const characters = [...flat];
  return characters.length <= OPENING_LENGTH ? flat : `${characters.slice(0, OPENING_LENGTH).join('')}…`;
}

function Time({ words: { language }, at }: { words: PageWords; at: string }) {
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(at),
  );
  return <time datetime={at}>{shown}</time>;
}

function Thanks({ words: { t }, post, visitor }: { words: PageWords; post: ShownPost; visitor: Visitor }) {
  return (
    <form method="post" action={`${new URL(post.url).pathname}/thanks`} class="row thanks">
      <input type="hidden" name="csrf" value={visitor.csrf} />
      <input type="hidden" name="on" value={post.thankedByMe ? 'false' : 'true'} />
      <button type="submit" class="quiet" aria-pressed={post.thankedByMe ? 'true' : 'false'}>
        {t(post.thankedByMe ? 'server.thanked' : 'server.thank')}
      </button>
      {post.thanks === 0 ? null : <span>{t('server.thanks', { count: post.thanks })}</span>}
    </form>
  );
}

interface TimelineProps {
  readonly words: PageWords;
  readonly posts: readonly ShownPost[];
  readonly visitor: Visitor;
  readonly origin: string;
  readonly older: string | null;
  readonly newer: string | null;
}

/** Everybody's posts, newest first. */
export function TimelinePage({ words, posts, visitor, origin, older, newer }: TimelineProps) {
  const { t } = words;
  return (
    <>
      <h1>{t('server.timeline')}</h1>
      {posts.length === 0 ? <p class="card">{t('server.empty')}</p> : null}
      {posts.map((post) => (
        <Post words={words} post={post} visitor={visitor} origin={origin} alone={false} />
      ))}
      <nav class="row" aria-label={t('server.pages')}>
        {newer === null ? null : <a href={`/?min_id=${newer}`}>{t('server.newer')}</a>}
        {older === null ? null : <a href={`/?max_id=${older}`}>{t('server.older')}</a>}
      </nav>
    </>
  );
}
