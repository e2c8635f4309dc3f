import type { Clock } from '@/utils/kernel/clock';
import type { Account, Capabilities, Connector, PlainRequest, PlainResponse } from './connector';

/** On what a connector stands. */
export type Evidence =
  /** Driven against a server that really ran; which, and its version. */
  | { readonly kind: 'real'; readonly against: string }
  /** Its requests and answers are held against what the platform publishes as its contract. */
  | { readonly kind: 'contract'; readonly against: string }
  | { readonly kind: 'documentation' };

/** A platform that was found at an address. */
export interface Recognised {
  /** Where its interface stands: origin and path, no slash at the end. Another origin than was typed where it says so. */
  readonly base: string;
  /** What it calls itself; empty where it does not say. */
  readonly name: string;
  /** As it says; empty where it does not. */
  readonly version: string;
  /** The page on which it lets applications in, where it names one. */
  readonly allowsAt?: string;
}

/** Tells whether a platform is what stands at an address. */
export interface Recogniser {
  /** By its address alone, without asking: a platform that has one address for everybody. */
  readonly byAddress?: (address: URL) => Recognised | null;
  /** What to ask, without a token, at each place where it may stand below an address; first answers first. */
  readonly probes?: (base: string) => readonly PlainRequest[];
  readonly read?: (response: PlainResponse, base: string) => Recognised | null;
}

/** How a person can let us in. */
export type SignInKind =
  /** On the platform's own page (OAuth, PKCE). */
  | 'oauth'
  /** By a code that is typed on the platform's own page. */
  | 'device'
  /** By a key that the platform hands over encrypted, to be pasted or by redirect. */
  | 'key'
  /** By a password that the platform makes for one application. */
  | 'app-password'
  /** As the person is signed in there in this browser. */
  | 'session'
  /** By a token that the person makes there and pastes. */
  | 'token';

/** Where people sign in and codes are exchanged. */
export interface Endpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke?: string;
  /** Where an application registers itself. */
  readonly register?: string;
}

/** What differs between platforms in a sign-in by OAuth. */
export interface OAuthProfile {
  /** Where a server describes itself (RFC 8414); absent where it does not. */
  readonly metadata?: (base: string) => string;
  /** Where it does not say; null: then there is no such sign-in. `tenant` comes from policy or options. */
  readonly endpoints: (base: string, tenant: string | undefined) => Endpoints | null;
  /** Origins other than its own to which it may send people and codes. */
  readonly signsInAt: readonly string[];
  /** `itself`: the platform takes every application; `administrator`: policy or options hold the id that was given out. */
  readonly registeredBy: 'itself' | 'administrator';
  readonly scopes: (capabilities: Capabilities) => string;
  /** Further origins of the same platform, with the scopes of the token that each needs. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/** A sign-in by a password that the platform makes for one application. */
export interface AppPasswordFlow {
  /** The page on which the person allows it; it comes back to `redirectUri`, whose query it keeps. */
  readonly page: (
    found: Recognised,
    application: { readonly name: string; readonly id: string },
    redirectUri: string,
  ) => string;
  /** What came back; null where it is not what this platform at this address would say. Goes through `tokenOf`. */
  readonly read: (
    returned: URLSearchParams,
    base: string,
  ) => { readonly name: string; readonly secret: string } | 'refused' | null;
}

/** How a token that was not given by OAuth is taken back there. */
export interface SignOut {
  readonly build: (account: Account) => PlainRequest;
  /** One more request, made of the first answer; null where there is nothing more to do. */
  readonly next?: (response: PlainResponse, account: Account) => PlainRequest | null;
}

/** One kind of platform: all that anybody outside its folder knows of it. */
export interface Platform {
  /** Stands in stored rows: never changes. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  readonly kind: Capabilities['kind'];
  readonly evidence: Evidence;
  readonly recognise: Recogniser;
  /** In the order in which they are offered. */
  readonly signsIn: readonly SignInKind[];
  readonly oauth?: OAuthProfile;
  readonly appPassword?: AppPasswordFlow;
  readonly signOut?: SignOut;
  /** The page on which a person makes what is pasted. */
  readonly tokenPage?: (base: string) => string;
  /** What stands in `Account.token`, from what was typed or pasted; absent: the token itself. */
  readonly tokenOf?: (typed: { readonly name: string; readonly secret: string }) => string;
  readonly connector: (clock: Clock) => Connector;
}
