/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { LANGUAGES, type Language, ownName } from '@/utils/language/languages';
import type { Visitor } from '../auth/session';
import type { PageWords } from './words';

interface LayoutProps {
  readonly words: PageWords;
  readonly title: string;
  readonly community: string;
  readonly visitor: Visitor | null;
  /** Path and query of this page: the language switch comes back to it. */
  readonly path: string;
  readonly children: Child;
}

/** The frame of every page: name, language, who is signed in. */
export function Layout({ words, title, community, visitor, path, children }: LayoutProps) {
  const { t, language } = words;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${community}`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="/assets/avatar.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('server.skip')}
        </a>
        <header class="site">
          <a class="name" href="/">
            {community}
          </a>
          {visitor === null ? null : <SignedIn words={words} visitor={visitor} path={path} />}
          <LanguageSwitch words={words} path={path} />
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  );
}

type SignedInProps = Pick<LayoutProps, 'words' | 'path'> & { readonly visitor: Visitor };

function SignedIn({ words: { t }, visitor, path }: SignedInProps) {
  const links = [
    ['/places', t('server.places')],
    ['/invitations', t('server.invite')],
    ...(visitor.account.role === 'coordinator' ? ([['/calls', t('server.calls')]] as const) : []),
  ] as const;
  return (
    <nav aria-label={t('server.menu')}>
      {links.map(([href, name]) => (
        <a href={href} aria-current={pathOf(path) === href ? 'page' : undefined}>
          {name}
        </a>
      ))}
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={visitor.csrf} />
        <button type="submit" class="quiet">
          {t('server.sign-out', { name: visitor.account.display_name })}
        </button>
      </form>
    </nav>
  );
}

function pathOf(path: string): string {
  return new URL(path, 'http://localhost').pathname;
}

function LanguageSwitch({ words: { language, t }, path }: { words: PageWords; path: string }) {
  const pathIn = (other: Language): string => {
    const url = new URL(`http://localhost${path}`);
    url.searchParams.set('taal', other);
    return `${url.pathname.replace(/^\/+/, '/')}${url.search}`; // two slashes in front would name another host
  };
  return (
    <nav aria-label={t('server.language')}>
      <ul class="languages">
        {LANGUAGES.map((each) => (
          <li>
            <a
              href={pathIn(each)}
              hreflang={each}
              lang={each}
              aria-current={each === language ? 'true' : undefined}
            >
              {ownName(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
