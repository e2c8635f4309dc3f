import { connect, signIn, step } from '@/utils/community/auth/connect';
import type { PendingSignIns } from '@/utils/community/auth/pending';
import type { ConnectPorts } from '@/utils/community/auth/ports';
import type { Community, SignInKind } from '@/utils/community/community';
import type { Perform } from '@/utils/community/connector';
import type { Platform } from '@/utils/community/platform';
import { createPerform } from '@/utils/community/store';
import { aDatabase, must, START } from '../support/outbox-world';
import { AuthorisationServer } from './authorisation-server';
import { aHouse, HOUSE } from './house';

export const REDIRECT = 'https://abc.chromiumapp.org/';

type Back = (back: URL) => string | null;

/** A person, their browser and a server that signs people in. What is kept in `session` outlives a worker. */
export class HouseWorld {
  now = START;
  readonly db = aDatabase();
  readonly server = new AuthorisationServer(() => this.now);
  readonly opened: URL[] = [];
  private session: PendingSignIns = {};
  /** Where the sign-in page sends the person, from where it should. */
  back: Back = (back) => back.href;
  applicationFor: NonNullable<ConnectPorts['applicationFor']> = () => null;

  /** What happens right after the platform said who somebody is. */
  afterMe: () => Promise<void> = async () => undefined;

  mayReach: NonNullable<ConnectPorts['mayReach']> = async () => true;

  constructor(readonly platform: Platform = aHouse()) {}

  /** What a worker works with, new each time: nothing but disk and session stays. */
  ports(): ConnectPorts {
    return {
      db: this.db,
      http: async (request) => {
        const answer = await this.server.http(request);
        if (request.url.endsWith('/api/me')) await this.afterMe();
        return answer;
      },
      clock: () => this.now,
      platforms: [this.platform],
      applicationFor: this.applicationFor,
      mayReach: this.mayReach,
      pending: {
        read: async () => structuredClone(this.session),
        change: async (next) => {
          this.session = structuredClone(next(this.session));
          return this.session;
        },
      },
      window: {
        redirectUri: REDIRECT,
        launch: async (url) => {
          this.opened.push(new URL(url));
          return this.back(this.server.agree(url));
        },
      },
    };
  }

  connect = (way?: SignInKind) =>
    connect(this.ports(), { address: HOUSE, scope: 'own', ...(way === undefined ? {} : { way }) });
  signIn = (wanted: Omit<Parameters<typeof signIn>[1], 'address' | 'scope'>) =>
    signIn(this.ports(), { address: HOUSE, scope: 'own', ...wanted });
  step = (id: string, pasted?: string) => step(this.ports(), id, pasted);
  pendingCount = () => Object.keys(this.session).length;

  connected = async () => must(await this.connect());

  /** A worker of its own. */
  perform() {
    const connector = this.platform.connector(() => this.now);
    return createPerform(
      this.db,
      this.server.http,
      () => this.now,
      () => connector,
    );
  }

  /** Everything that the disk has of tokens. */
  stored = () => this.db.tokens.toArray();
}

export const HOUR = 3_600_000;
export const thank = (perform: Perform, community: Community) =>
  perform<'mark'>(community, { verb: 'mark', postId: '1', on: true });

/** Somebody who is signed in; requests are counted from then on. */
export async function signedIn(world = new HouseWorld()) {
  const community = await world.connected();
  world.server.requests.length = 0;
  return { world, server: world.server, community };
}
