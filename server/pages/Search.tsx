/** @jsxImportSource hono/jsx */
import type { Visitor } from '../auth/session';
import { Post, type ShownPost } from './Post';
import type { PageWords } from './words';

interface SearchPageProps {
  readonly words: PageWords;
  /** What was searched; empty before anything was. */
  readonly typed: string;
  readonly posts: readonly ShownPost[];
  readonly visitor: Visitor;
  /** Addresses of the neighbouring pages; null where there is none. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** What a search found, best first. */
export function SearchPage({ words, typed, posts, visitor, previous, next }: SearchPageProps) {
  const { t } = words;
  const title = typed === '' ? t('server.search') : t('server.search-title', { query: typed });
  return (
    <>
      <h1>{title}</h1>
      <SearchBox words={words} typed={typed} />
      {typed !== '' && posts.length === 0 ? <p class="card">{t('server.search-empty')}</p> : null}
      {posts.map((post) => (
        <Post words={words} post={post} visitor={visitor} alone={false} />
      ))}
      {previous === null && next === null ? null : (
        <nav class="row" aria-label={t('server.pages')}>
          {previous === null ? null : (
            <a href={previous} rel="prev">
              {t('server.previous-page')}
            </a>
          )}
          {next === null ? null : (
            <a href={next} rel="next">
              {t('server.next-page')}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

interface SearchBoxProps {
  readonly words: PageWords;
  readonly typed: string;
}

/** Where a member types what they look for. */
export function SearchBox({ words: { t }, typed }: SearchBoxProps) {
  return (
    <search>
      <form method="get" action="/search" class="row search">
        <input type="search" name="q" value={typed} aria-label={t('server.search-label')} maxlength={512} />
        <button type="submit">{t('server.search')}</button>
      </form>
    </search>
  );
}
