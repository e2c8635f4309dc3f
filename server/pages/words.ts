import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { chooseLanguage, createText, type Text } from '@/utils/language';
import { CATALOGUES } from '@/utils/language/catalogues';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { type PracticeWords, practiceWords } from '@/utils/practice/words';
import type { Ports } from '../ports';

export interface PageWords {
  readonly language: Language;
  readonly t: Text;
}

const TEXTS = new Map(LANGUAGES.map((language) => [language, createText(language, CATALOGUES[language])]));
const COOKIE = 'taal';

/** The labels that a practice may be written with, by language. */
export const WORDINGS: Readonly<Record<string, PracticeWords>> = Object.fromEntries(
  [...TEXTS].map(([language, t]) => [language, practiceWords((key) => t(key))]),
);

export function wordsIn(language: Language): PageWords {
  return { language, t: TEXTS.get(language) ?? createText(language, CATALOGUES[language]) };
}

/** The visitor's language: chosen on the page, remembered, asked by the browser, or the community's own. */
export function wordsFor(context: Context, ports: Ports): PageWords {
  const asked = context.req.query('taal') ?? context.req.query('lang'); // `lang` is what apps send (Mastodon)
  const chosen = LANGUAGES.find((language) => language === asked);
  if (chosen !== undefined)
    setCookie(context, COOKIE, chosen, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 });
  const remembered = LANGUAGES.find((language) => language === getCookie(context, COOKIE));
  const accepted = acceptedTags(context.req.header('accept-language') ?? '');
  return wordsIn(chosen ?? remembered ?? chooseLanguage([...accepted, ports.language], LANGUAGES));
}

/** The tags of an Accept-Language header, best first (RFC 9110 §12.5.4). */
function acceptedTags(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.split(';');
      const weight = Number(quality?.trim().replace(/^q=/i, '') ?? 1);
      return { tag: tag.trim(), weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
