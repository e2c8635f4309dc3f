import * as z from 'zod/mini';
import type { CountsIn } from '@/utils/practice/length';
import { bodyAs, jsonOf } from '../../answer';
import type { Failure, PlainResponse } from '../../connector';
import type { Instance } from './instance';

/**
 * Where servers that speak this API part from Mastodon. What one says of itself decides, never its name: names are
 * given here only to say where each was seen.
 */

/** What servers of this kind allow when they do not say. */
const USUAL_MAX_CHARACTERS = 500;
const MASTODONS_WEIGHT_OF_A_LINK = 23;
/** As several servers of this kind name it, where they take it; Mastodon itself does not. */
export const MARKDOWN = 'text/markdown';

/** Pleroma, Akkoma and Friendica say it in a field of their own, and said it there before Mastodon had one. */
export function maxCharactersOf({ configuration, max_toot_chars }: Instance): number {
  return configuration?.statuses?.max_characters ?? max_toot_chars ?? USUAL_MAX_CHARACTERS;
}

/** Only who gives every link the same weight counts as Mastodon does; GoToSocial and Pleroma count what is there. */
export function countsInOf({ configuration }: Instance): CountsIn {
  const weight = configuration?.statuses?.characters_reserved_per_url;
  return weight === MASTODONS_WEIGHT_OF_A_LINK ? 'characters' : 'code-points';
}

/** GoToSocial says it of statuses, Pleroma and Akkoma of post formats. */
export function takesMarkdown({ configuration, pleroma }: Instance): boolean {
  const formats = configuration?.statuses?.supported_mime_types ?? pleroma?.metadata?.post_formats ?? [];
  return formats.includes(MARKDOWN);
}

/**
 * Mastodon edits since 3.5, and says since 4.3 which version of the API it has, as others do. Pleroma and Akkoma give the
 * version of Mastodon that they began with, and name what they learned since.
 */
export function edits({ version, api_versions, pleroma }: Instance): boolean {
  if (typeof api_versions?.mastodon === 'number' || pleroma?.metadata?.features?.includes('editing'))
    return true;
  const [, major, minor] = /^\s*v?(\d{1,4})\.(\d{1,4})/u.exec(version) ?? [];
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 5);
}

interface Dialect {
  readonly status: number;
  readonly says: RegExp;
  readonly means: (said: string) => Failure;
}

/** Refusals that mean something else than their status does elsewhere. */
const DIALECTS: readonly Dialect[] = [
  // Pleroma and Akkoma, of a token that has expired or was taken back.
  { status: 403, says: /^invalid credentials/iu, means: () => ({ kind: 'auth', why: 'expired' }) },
  // Pixelfed, which takes no text without a picture.
  { status: 403, says: /empty status/iu, means: (message) => ({ kind: 'invalid', message }) },
];

const SaidSchema = z.lazy(() => z.object({ error: z.string() }));
const issue = z.lazy(() =>
  z.object({
    code: z.optional(z.string()),
    message: z.optional(z.string()),
    maximum: z.optional(z.number()),
  }),
);
/** Hollo answers with what its validator found, in the form of one version of it or of another. */
const IssuesSchema = z.lazy(() =>
  z.object({
    error: z.object({ issues: z.optional(z.array(issue)), message: z.optional(z.string()) }),
  }),
);

/** What a refusal means in the words of one kind of server; null where it says what its status says. */
export function dialectOf(response: PlainResponse): Failure | null {
  const { status } = response;
  const said = bodyAs(SaidSchema, response)?.error.trim();
  if (said !== undefined) {
    const known = DIALECTS.find((one) => one.status === status && one.says.test(said));
    return known?.means(said) ?? null;
  }
  return status === 400 || status === 422 ? validatorOf(response) : null;
}

function validatorOf(response: PlainResponse): Failure | null {
  const error = bodyAs(IssuesSchema, response)?.error;
  const written = z.array(issue).safeParse(jsonOf(error?.message ?? ''));
  const issues = error?.issues ?? (written.success ? written.data : []);
  const tooBig = issues.find(({ code }) => code === 'too_big');
  if (tooBig !== undefined)
    return tooBig.maximum === undefined ? { kind: 'too-long' } : { kind: 'too-long', max: tooBig.maximum };
  const message = issues.flatMap((one) => one.message ?? []).join(' ');
  return message === '' ? null : { kind: 'invalid', message: message.slice(0, 300) };
}
