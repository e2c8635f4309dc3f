import * as z from 'zod/mini';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Failure, Invitation, PlainResponse, ShareTarget } from '../../connector';

const MOST_TEXT = 5_000;
const text = z.string().check(z.minLength(1), z.maxLength(MOST_TEXT));

/** A server may only send people where its link promises to go. */
const STARTS: Readonly<Record<ShareTarget, string>> = {
  mail: 'mailto:?',
  facebook: 'https://www.facebook.com/',
  linkedin: 'https://www.linkedin.com/',
  teams: 'https://teams.microsoft.com/',
  whatsapp: 'https://wa.me/',
};
const shareTo = (target: ShareTarget) => text.check(z.startsWith(STARTS[target]));

const MadeSchema = z.lazy(() =>
  z.object({
    url: z.url(),
    messages: z
      .array(
        z.object({
          language: z.string().check(z.regex(/^[a-z]{2,3}$/)),
          subject: text,
          text,
          share: z.object({
            mail: shareTo('mail'),
            facebook: shareTo('facebook'),
            linkedin: shareTo('linkedin'),
            teams: shareTo('teams'),
            whatsapp: shareTo('whatsapp'),
          }),
        }),
      )
      .check(z.minLength(1), z.maxLength(50)),
  }),
);

const TooEarlySchema = z.lazy(() =>
  z.object({ deelgenoot: z.object({ readable: z.int(), needed: z.int() }) }),
);

/** The link and its texts; refused where the link leads away from the community, null where nobody can read it. */
export function readInvitation(response: PlainResponse, origin: string): Result<Invitation, Failure> | null {
  const made = bodyAs(MadeSchema, response);
  if (made === null) return null;
  if (new URL(made.url).origin !== origin) return fail({ kind: 'invalid', message: 'foreign link' });
  return succeed({ kind: 'made', ...made });
}

/** Our server's refusal while there is too little to read; null for any other answer. */
export function tooEarly(response: PlainResponse): Invitation | null {
  const found = response.status === 403 ? bodyAs(TooEarlySchema, response) : null;
  return found === null ? null : { kind: 'too-early', ...found.deelgenoot };
}
