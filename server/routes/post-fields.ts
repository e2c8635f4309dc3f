import { countCharacters } from '@/utils/practice/length';
import { MARKDOWN } from '../entities/instance';
import { many, one, type Parameters } from '../parameters';
import { invalid } from '../problem';
import type { StatusRow } from '../store/statuses';
import { MAX_CHARACTERS } from './instance';

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i;
/** Posting at once, or without the pictures, is not what was asked for. */
const NOT_SUPPORTED = ['media_ids', 'scheduled_at', 'poll[options]', 'quoted_status_id'];

/** Refuses a post that could only be made without something that it asks for. */
export function refuseUnsupported(parameters: Parameters): void {
  const asked = NOT_SUPPORTED.find((name) => many(parameters, name).some(Boolean));
  if (asked !== undefined) throw invalid(`${asked} is not supported here`);
}

/** The text with one kind of line ends; refuses where there is none. */
export function textOf(parameters: Parameters): string {
  const text = (one(parameters, 'status') ?? '').replaceAll('\r\n', '\n');
  if (text.trim() === '') throw invalid("Text can't be blank");
  return text;
}

/** What the text is written in; `before` where nothing is asked. Refuses what would be shown otherwise than it was meant. */
export function contentTypeOf(
  parameters: Parameters,
  before: StatusRow['content_type'] = null,
): StatusRow['content_type'] {
  const asked = one(parameters, 'content_type') ?? '';
  if (asked === '') return before;
  if (asked !== MARKDOWN && asked !== 'text/plain') throw invalid('content_type is not included in the list');
  return asked === MARKDOWN ? MARKDOWN : null;
}

/** Refuses what is longer, with its warning, than a post may be. */
export function checkLength(text: string, spoilerText: string): void {
  if (isLonger(MAX_CHARACTERS, text, spoilerText)) {
    throw invalid(`Text character limit of ${MAX_CHARACTERS} exceeded`);
  }
}

/** A family of four is one character and eleven of JavaScript's; any number of accents would be one as well. */
const WIDEST_CHARACTER = 20;

/**
 * Whether texts are together longer than so many characters, or take more room than those ever do. Counting takes long:
 * what cannot be too long is not counted (an address counts as 23, also a shorter one).
 */
export function isLonger(most: number, ...texts: readonly string[]): boolean {
  const sum = (lengths: readonly number[]) => lengths.reduce((all, length) => all + length, 0);
  const takes = sum(texts.map(({ length }) => length));
  if (takes <= most && !texts.some((text) => /https?:/i.test(text))) return false;
  return takes > most * WIDEST_CHARACTER || sum(texts.map(countCharacters)) > most;
}

/** The language that an app says; null where it says none, or something else. */
export function languageOf(parameters: Parameters): string | null {
  const language = one(parameters, 'language') ?? '';
  return LANGUAGE_TAG.test(language) ? language : null;
}
