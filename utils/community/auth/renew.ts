import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Failure } from '../connector';
import type { NotedHttp } from '../noted-http';
import { failureOf } from '../status';
import type { CommunityDatabase, StoredToken } from '../tables';
import { errorIn } from './refusal';
import { readTokens, refreshRequest, type Tokens } from './tokens';

/** So long before its end a token is renewed: a post that is under way must not meet it. */
const BEFORE_END_MS = MINUTE_MS / 2;

/** Another token in place of one that ended, or that a server no longer accepts. */
export type Renew = (spent: StoredToken) => Promise<Result<StoredToken, Failure>>;

/** Whether a token ends so soon that it is renewed before it is used; one that cannot be is used for as long as it works. */
export function endsSoon({ expiresAt, refreshToken }: StoredToken, now: number): boolean {
  return expiresAt !== undefined && refreshToken !== undefined && expiresAt - BEFORE_END_MS <= now;
}

/**
 * Renews sign-ins, each once however many ask at the same moment. What was rotated is on disk before anything is done
 * with it; where the disk refuses it is kept in mind and written first next time. A refusal means: signed out.
 */
export function createRenewal(db: CommunityDatabase, http: NotedHttp, clock: Clock): Renew {
  const underWay = new Map<string, ReturnType<Renew>>();
  const unwritten = new Map<string, { readonly spent: StoredToken; readonly next: StoredToken }>();

  const keep: Keep = async (spent, next) => {
    unwritten.set(spent.communityId, { spent, next });
    const isKept = await replace(db, spent, next);
    unwritten.delete(spent.communityId);
    return isKept;
  };

  const renewed: Renew = async (spent) => {
    const waiting = unwritten.get(spent.communityId);
    if (waiting !== undefined) await keep(waiting.spent, waiting.next);
    const stored = await db.tokens.get(spent.communityId);
    if (stored === undefined) return fail(EXPIRED);
    // Somebody renewed it, or signed in anew, since this one was read.
    if (stored.token !== spent.token || stored.expiresAt !== spent.expiresAt) return succeed(stored);
    let isOvertaken = false; // somebody signed in anew, or out, while we asked
    const keepOurs: Keep = async (...both) => {
      const isKept = await keep(...both);
      isOvertaken ||= !isKept;
      return isKept;
    };
    const given = await exchangeAll({ http, clock, keep: keepOurs }, stored, exchangesOf(stored));
    const newer = isOvertaken ? await db.tokens.get(spent.communityId) : undefined;
    return newer === undefined ? given : succeed(newer);
  };

  return (spent) => {
    const { communityId } = spent;
    const known = underWay.get(communityId);
    if (known !== undefined) return known;
    const mine = renewed(spent).finally(() => underWay.delete(communityId));
    underWay.set(communityId, mine);
    return mine;
  };
}

/** Writes down what was given before it is used; false where somebody signed in anew, or out, meanwhile. */
type Keep = (spent: StoredToken, next: StoredToken) => Promise<boolean>;

/** What one exchange is for: the community's own origin (null) or another. */
interface Exchange {
  readonly origin: string | null;
  readonly scopes: string;
}

/**
 * New tokens, one exchange after another: each may spend the refresh token. When they end is written down with the last,
 * so that a stop in between is made up for. `ends`: of those that need no exchange.
 */
async function exchangeAll(
  { http, clock, keep }: { readonly http: NotedHttp; readonly clock: Clock; readonly keep: Keep },
  stored: StoredToken,
  wanted: readonly Exchange[],
  ends: readonly number[] = [],
): Promise<Result<StoredToken, Failure>> {
  let current = stored;
  let known = ends;
  for (const [index, { origin, scopes }] of wanted.entries()) {
    const given = await exchanged(http, clock, current, scopes);
    if (!given.ok) {
      const { refreshToken: _, ...spent } = current;
      if (given.error.kind === 'auth') await keep(current, spent); // what was refused is not asked with again
      return given;
    }
    if (given.value.expiresAt !== undefined) known = [...known, given.value.expiresAt];
    const made = withTokens(current, origin, scopes, given.value);
    const next = index === wanted.length - 1 ? ending(made, known) : made;
    if (!(await keep(current, next))) return fail(EXPIRED);
    current = next;
  }
  return succeed(current);
}

function exchangesOf({ client, elsewhere = {} }: StoredToken): readonly Exchange[] {
  const others = Object.entries(elsewhere).map(([origin, { scopes }]) => ({ origin, scopes }));
  return [{ origin: null, scopes: client?.scopes ?? '' }, ...others];
}

const EXPIRED: Failure = { kind: 'auth', why: 'expired' };

/** One exchange of the refresh token, for the origin itself (null) or another. */
async function exchanged(
  http: NotedHttp,
  clock: Clock,
  { client, refreshToken }: Pick<StoredToken, 'client' | 'refreshToken'>,
  scopes: string,
): Promise<Result<Tokens, Failure>> {
  if (client === undefined || refreshToken === undefined) return fail(EXPIRED);
  const answer = await http(refreshRequest(client.token, client, refreshToken, scopes), 'connect');
  // What the token was wanted for was not even begun.
  if (!answer.ok) return fail({ kind: 'retry', applied: 'no', answered: false });
  const tokens = readTokens(answer.value, clock());
  if (tokens !== null) return succeed(tokens);
  const failure = failureOf(answer.value, false, clock());
  if (failure?.kind === 'retry') return fail(failure);
  const error = errorIn(answer.value);
  // A captive portal's page refuses nothing.
  if (error === null || PASSES.includes(error.code))
    return fail({ kind: 'retry', applied: 'no', answered: true });
  return fail({ kind: 'auth', why: error.refusal === 'sign-in-consent' ? 'consent' : 'expired' });
}

const PASSES = ['temporarily_unavailable', 'server_error', 'slow_down'];

function withTokens(
  stored: StoredToken,
  origin: string | null,
  scopes: string,
  { token, refreshToken = stored.refreshToken }: Tokens,
): StoredToken {
  const kept = refreshToken === undefined ? stored : { ...stored, refreshToken };
  if (origin === null) return { ...kept, token };
  return { ...kept, elsewhere: { ...stored.elsewhere, [origin]: { token, scopes } } };
}

function ending({ expiresAt: _, ...stored }: StoredToken, ends: readonly number[]): StoredToken {
  return ends.length === 0 ? stored : { ...stored, expiresAt: Math.min(...ends) };
}

/** Only in place of what was spent: a sign-in that was made meanwhile stands, one that was removed stays away. */
function replace(db: CommunityDatabase, spent: StoredToken, next: StoredToken): Promise<boolean> {
  return db.transaction('rw', [db.tokens], async () => {
    const stored = await db.tokens.get(spent.communityId);
    if (stored?.token !== spent.token || stored.refreshToken !== spent.refreshToken) return false;
    await db.tokens.put(next);
    return true;
  });
}

/** Tokens for the further origins, by what each needs, right after a sign-in and before anything of it is kept. */
export function exchangeElsewhere(
  http: NotedHttp,
  clock: Clock,
  signedIn: StoredToken,
  scopesOf: Readonly<Record<string, string>>,
): Promise<Result<StoredToken, Failure>> {
  const wanted = Object.entries(scopesOf).map(([origin, scopes]) => ({ origin, scopes }));
  const ends = signedIn.expiresAt === undefined ? [] : [signedIn.expiresAt];
  return exchangeAll({ http, clock, keep: async () => true }, signedIn, wanted, ends);
}
