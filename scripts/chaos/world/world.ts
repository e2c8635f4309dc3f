import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { extensionIn } from '../build/extension';
import { NO_ORDERS, type Orders } from '../in-worker/orders';
import type { Claim, Evidence } from '../judge';
import type { Kin, Scenario } from '../plan/scenario';
import { Browser } from './browser';
import { openProxiedCommunity, type ProxiedCommunity } from './community';
import { type Control, openControl } from './control';
import { clearKept, readKept } from './kept';
import { Person } from './person';

const ENDS_WITHIN_MS = 10_000;

export interface Membership {
  readonly communityId: string;
  readonly accountId: string;
}

/** Everything that a run is played in: browser, extension, community, the way between them, and a person. */
export class World {
  readonly person: Person;
  #kin: Kin | null = null;
  #member: Membership | null = null;

  private constructor(
    readonly browser: Browser,
    readonly community: ProxiedCommunity,
    readonly control: Control,
    readonly folder: string,
  ) {
    this.person = new Person(() => browser.page());
  }

  static async open(build: string): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'deelgenoot-chaos-'));
    const control = await openControl();
    const community = await openProxiedCommunity();
    const extension = extensionIn(folder, build, control.address);
    const world = new World(new Browser(extension, join(folder, 'profile')), community, control, folder);
    await world.browser.start();
    return world;
  }

  /** As before any fault: nothing in the outbox, signed in, the community of this kin. */
  async calm({ kin, connections }: Pick<Scenario, 'kin' | 'connections'>): Promise<Membership> {
    const { proxy, origin, tokens } = this.community;
    proxy.set(null);
    proxy.log.begin();
    proxy.keepsConnections = connections === 'kept';
    proxy.crossOrigin = true;
    await this.order(NO_ORDERS);
    if (this.#kin !== kin || this.#member === null) {
      proxy.keys.kin = kin;
      this.#member = await this.person.signIn(origin, tokens.member);
      this.#kin = kin;
    }
    await clearKept(await this.browser.page());
    return this.#member;
  }

  /** The person signs in again; the same account at the same community. */
  async signInAgain(): Promise<void> {
    this.#member = await this.person.signIn(this.community.origin, this.community.tokens.member);
  }

  /** Orders for the worker that runs and for those that start from now on. */
  async order(orders: Orders): Promise<void> {
    this.control.orders = orders;
    await this.person.tellWorker(orders);
  }

  /** What both sides have; the extension's side first, since posts only come to the other. */
  async evidence(claims: readonly Claim[]): Promise<Evidence> {
    const kept = await readKept(await this.browser.page());
    return { kept, stored: this.community.stored(claims.map(({ reference }) => reference)) };
  }

  /** Ends all of it, also where a part is gone already. */
  async close(): Promise<void> {
    const ends = [this.browser.close(), this.community.close()];
    await Promise.race([Promise.allSettled(ends), wait(ENDS_WITHIN_MS)]);
    this.control.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
