import { fail, succeed } from '@/utils/kernel/result';
import { basesBelow, parseAddress, readAddress } from '../address';
import type { PlainRequest, PlainResponse } from '../connector';
import type { NotedHttp } from '../noted-http';
import type { Platform, Recognised } from '../platform';
import { whatStandsAt } from './look';
import type { Outcome } from './problem';

/** However many platforms there are, a stranger's server is asked no more than this. */
const MOST_REQUESTS = 60;
/** A host that gave no answer so often gives none. */
const MOST_SILENCES = 2;

/** A platform that stands at an address. */
export interface Found extends Recognised {
  readonly platform: Platform;
  readonly origin: string;
}

/**
 * Which platform stands at a typed address, with or without scheme, path and page: by the address alone, else by what
 * answers there, platform by platform. Where none does, what does stand there.
 */
export async function identify(
  http: NotedHttp,
  platforms: readonly Platform[],
  typed: string,
): Promise<Outcome<Found>> {
  const address = readAddress(typed);
  if (!address.ok) return address;
  for (const platform of platforms) {
    const known = platform.recognise.byAddress?.(address.value);
    if (known) return settled(platform, known);
  }
  const search = new Search(http);
  for (const base of basesBelow(address.value)) {
    for (const platform of platforms) {
      const found = await search.recognisedAt(platform, base);
      if (found !== null) return settled(platform, found);
    }
  }
  return fail(await whatStandsAt(http, address.value, search.wasSilent));
}

/** Asks what the platforms want to know, within bounds. */
class Search {
  private requests = 0;
  private silences = 0;
  /** Something got no answer that could be used: what stands there may be more than was seen. */
  wasSilent = false;

  constructor(private readonly http: NotedHttp) {}

  async recognisedAt({ recognise }: Platform, base: string): Promise<Recognised | null> {
    for (const probe of recognise.probes?.(base) ?? []) {
      const answer = await this.ask(probe);
      const found = answer === null ? null : (recognise.read?.(answer, base) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  private async ask(request: PlainRequest): Promise<PlainResponse | null> {
    if (this.requests >= MOST_REQUESTS || this.silences >= MOST_SILENCES) return null;
    this.requests += 1;
    const answer = await this.http(request, 'connect');
    if (!answer.ok) this.silences += 1;
    if (!answer.ok || answer.value.status >= 500) this.wasSilent = true;
    return answer.ok ? answer.value : null;
  }
}

/** What a server says of itself is judged as if it had been typed: it may name no address that a person may not. */
function settled(platform: Platform, recognised: Recognised): Outcome<Found> {
  const { base, version } = recognised;
  const origin = parseAddress(base);
  if (!origin.ok) return origin;
  if (recognised.tooOld === true)
    return fail({ code: 'found-too-old', detail: `${platform.title} ${version}`.trim() });
  return succeed({ ...recognised, base: base.replace(/\/+$/u, ''), platform, origin: origin.value });
}

/** As `http`, but what anybody may read is asked for once only. */
export function askingOnce(http: NotedHttp): NotedHttp {
  const answers = new Map<string, ReturnType<NotedHttp>>();
  return (request, purpose) => {
    if (request.method !== 'GET' || 'authorization' in request.headers || request.asSignedIn === true)
      return http(request, purpose);
    const key = `${request.url} ${request.headers.accept ?? ''} ${request.follows ?? ''}`;
    const known = answers.get(key) ?? http(request, purpose);
    answers.set(key, known);
    return known;
  };
}
