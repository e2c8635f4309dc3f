/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Text } from '@/utils/language';
import { LANGUAGES, type Language, ownName } from '@/utils/language/languages';
import type { Folder, Person } from '../model';
import type { Flash } from '../sessions';
import { Mishaps } from './Mishaps';

export interface Frame {
  readonly t: Text;
  readonly language: Language;
  readonly folders: readonly Folder[];
  readonly path: string;
  readonly flash: Flash | null;
  readonly person: Person | null;
  readonly folderId: string | null;
  readonly query: string;
}

interface FrameProps {
  readonly frame: Frame;
}

interface LayoutProps extends FrameProps {
  readonly title: string;
  readonly children?: Child;
}

/** Every page of the site: head, banner, folders beside the content, and the foot. */
export function Layout({ frame, title, children }: LayoutProps) {
  const { t, language, person, flash } = frame;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${t('intranet.system')} – ${t('intranet.organisation')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Voorbeeldintranet" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <script src="/assets/approve.js" defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {t('intranet.skip')}
        </a>
        <Banner frame={frame} />
        <div class={person === null ? 'columns columns-one' : 'columns'}>
          {person !== null && <FolderList frame={frame} />}
          <main id="content" tabindex={-1}>
            <div id="messages" aria-live="polite">
              {flash !== null && (
                <p class="message message-success">
                  {t(`intranet.done.${flash.done}`, { title: flash.title })}
                </p>
              )}
            </div>
            {children}
          </main>
        </div>
        <Foot frame={frame} />
      </body>
    </html>
  );
}

function Banner({ frame: { t, person, query } }: FrameProps) {
  return (
    <header class="banner">
      <a class="brand" href="/">
        <span>{t('intranet.organisation')}</span> <strong>{t('intranet.system')}</strong>
      </a>
      {person !== null && (
        <>
          <search>
            <form class="search" action="/search" method="get">
              <label class="unseen" for="q">
                {t('intranet.search.label')}
              </label>
              <input id="q" name="q" type="search" value={query} placeholder={t('intranet.search.label')} />
              <button type="submit">{t('intranet.search.button')}</button>
            </form>
          </search>
          <form class="account" action="/sign-out" method="post">
            <span>{person.name}</span>
            <button type="submit">{t('intranet.sign-in.out')}</button>
          </form>
        </>
      )}
    </header>
  );
}

function FolderList({ frame: { t, folders, folderId } }: FrameProps) {
  return (
    <nav class="folders" aria-label={t('intranet.folders.title')}>
      <ul>
        {folders.map((folder) => (
          <li>
            <a href={`/folders/${folder.id}`} aria-current={folder.id === folderId ? 'page' : undefined}>
              {folder.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot({ frame }: FrameProps) {
  const { t, language, path, person } = frame;
  return (
    <footer class="foot">
      <form action="/language" method="post" class="languages">
        <input type="hidden" name="back" value={path} />
        <span>{t('intranet.language')}</span>
        {LANGUAGES.map((known) => (
          <button
            type="submit"
            name="language"
            value={known}
            lang={known}
            aria-pressed={`${known === language}`}
          >
            {ownName(known)}
          </button>
        ))}
      </form>
      {person !== null && <Mishaps t={t} path={path} />}
      <p>{t('intranet.fictional')}</p>
    </footer>
  );
}
