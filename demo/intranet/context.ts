import type { Context } from 'hono';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { Archive } from './archive';
import type { DocumentRecord, Person } from './model';
import type { Session } from './sessions';

/** What every request carries once the first handlers have run; person and session only behind the sign-in. */
export interface Env {
  Variables: {
    archive: Archive;
    t: Text;
    language: Language;
    session: Session;
    person: Person;
  };
}

export type Ask = Context<Env>;

/** The one text value of a form field, or empty: a field sent twice or as a file counts as nothing. */
export function field(form: Record<string, unknown>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

/** Where a document is read. */
export function addressOf(document: Pick<DocumentRecord, 'id'>): string {
  return `/documents/${document.id}`;
}

/** A path on this site that a form or query named, or the fallback: never another host. */
export function localPath(asked: string | undefined, fallback: string): string {
  return asked !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : fallback;
}
