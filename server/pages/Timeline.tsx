/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Visitor } from '../auth/session';
import { Post, type ShownPost } from './Post';
import { SearchBox } from './Search';
import type { PageWords } from './words';

interface TimelineProps {
  readonly words: PageWords;
  /** What stands above the posts: the page's h1 is in it. */
  readonly heading: Child;
  /** What to say where there are no posts; null: nothing. */
  readonly empty: string | null;
  readonly posts: readonly ShownPost[];
  readonly visitor: Visitor;
  /** Addresses of the neighbouring pages; null where there is none. */
  readonly older: string | null;
  readonly newer: string | null;
}

/** Posts, newest first. */
export function TimelinePage({ words, heading, empty, posts, visitor, older, newer }: TimelineProps) {
  const { t } = words;
  return (
    <>
      {heading}
      {posts.length === 0 && empty !== null ? <p class="card">{empty}</p> : null}
      {posts.map((post) => (
        <Post words={words} post={post} visitor={visitor} alone={false} />
      ))}
      {newer === null && older === null ? null : (
        <nav class="row" aria-label={t('server.pages')}>
          {newer === null ? null : (
            <a href={newer} rel="prev">
              {t('server.newer')}
            </a>
          )}
          {older === null ? null : (
            <a href={older} rel="next">
              {t('server.older')}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

/** A title, and a way to search all practices. */
export function SearchableHeading({ words, title }: { words: PageWords; title: string }) {
  return (
    <>
      <h1>{title}</h1>
      <SearchBox words={words} typed="" />
    </>
  );
}
