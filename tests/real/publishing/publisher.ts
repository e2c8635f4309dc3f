import type { Account, Operation, PlainRequest } from '@/utils/community/connector';
import { createHttp } from '@/utils/community/http';
import { performWith } from '@/utils/community/perform';
import type { Platform, Recognised } from '@/utils/community/platform';
import { systemClock } from '@/utils/kernel/clock';
import type { Practice } from '@/utils/practice/practice';
import { read } from '@/utils/practice/read';
import { render } from '@/utils/practice/render';
import { must } from '../../support/outbox-world';
import { aPractice, WORDINGS } from '../../support/practices';

/** Somebody who publishes on a server that really runs, over HTTP, as the background does. */
export interface Publisher {
  readonly account: Account;
  /** What was asked of the server, oldest first. */
  readonly requests: readonly PlainRequest[];
  /** The next write is applied, and its answer is lost. */
  loseNextAnswer(): void;
  ask: <Verb extends Operation['verb']>(
    operation: Extract<Operation, { verb: Verb }>,
  ) => ReturnType<typeof performWith<Verb>>;
  /** Publishes a practice, or replaces what stands there. */
  say(
    practice: Practice,
    reference: string,
    changes?: Partial<Extract<Operation, { verb: 'send' }>>,
  ): ReturnType<typeof performWith<'send'>>;
  /** What stands there under a reference, as it is read. */
  found(reference: string): Promise<readonly (ReturnType<typeof read> & { readonly id: string })[]>;
}

/** What stands on pages. */
export function aConclusion(changes: Partial<Practice> = {}): Practice {
  return aPractice({ ...changes, kind: 'conclusion' });
}

/** Finds the platform below an address as somebody typed it. */
export async function recognised(platform: Platform, address: string): Promise<Recognised | null> {
  const http = createHttp();
  for (const probe of platform.recognise.probes?.(address) ?? []) {
    const answer = await http(probe);
    const found = answer.ok ? platform.recognise.read?.(answer.value, address) : null;
    if (found) return found;
  }
  return null;
}

/** As an account that has signed in; `send` is a fetch with a jar of cookies where the platform goes by them. */
export async function publisher(
  platform: Platform,
  { base, token = '', asSignedIn }: { base: string } & Partial<Pick<Account, 'token' | 'asSignedIn'>>,
  send: typeof fetch = fetch,
): Promise<Publisher> {
  const http = createHttp(send);
  const connector = platform.connector(systemClock);
  const requests: PlainRequest[] = [];
  let loses = false;
  const session = asSignedIn === undefined ? {} : { asSignedIn };
  const account = { base, token, origin: new URL(base).origin, member: null, ...session };
  const noted = async (request: PlainRequest) => {
    requests.push(request);
    const answer = await http(request);
    const isLost = loses && isWrite(request);
    if (isLost) loses = false;
    return isLost ? createHttp(() => Promise.reject(new TypeError('lost')))(request) : answer;
  };
  const member = must(await performWith<'me'>(connector, account, { verb: 'me' }, noted));
  const mine = { ...account, member };
  const ask: Publisher['ask'] = (operation) => performWith(connector, mine, operation, noted);
  const { format } = must(await ask<'capabilities'>({ verb: 'capabilities' }));
  return {
    account: mine,
    requests,
    ask,
    loseNextAnswer: () => {
      loses = true;
    },
    say: (practice, reference, changes = {}) => {
      const text = render(practice, reference, WORDINGS.nl, format);
      const how = { language: 'nl', audience: 'members', placeId: null, key: crypto.randomUUID() } as const;
      return ask<'send'>({ verb: 'send', text, format, ...how, ...changes });
    },
    found: async (marker) => {
      const query = { verb: 'find', marker, since: Date.now() - 3_600_000, authorId: member.id } as const;
      const { posts } = must(await ask<'find'>(query));
      return posts.flatMap(({ id, text }) => {
        const practice = read(text, WORDINGS);
        return practice === null ? [] : [{ ...practice, id }];
      });
    },
  };
}

/** What changes something there, whatever its method. */
function isWrite({ method, body = '' }: PlainRequest): boolean {
  return method !== 'GET' && !/<methodName>(?!wiki\.putPage)/u.test(body);
}
