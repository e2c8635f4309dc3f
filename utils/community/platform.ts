import type { Clock } from '@/utils/kernel/clock';
import type { SignInKind } from './community';
import type { Account, Capabilities, Connector, PlainRequest, PlainResponse } from './connector';
import type { PasteAdvice } from './paste-advice';
import type { Registration } from './registration';

export type { SignInKind } from './community';
export type { Registration } from './registration';

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
  /** It says that it is older than what we can speak to. */
  readonly tooOld?: true;
  /** The page on which it lets applications in, where it names one. */
  readonly allowsAt?: string;
}

/** Tells whether a platform is what stands at an address. */
export interface Recogniser {
  /** By its address alone, without asking: one that has the same for everybody. By the `base` that it gives as well. */
  readonly byAddress?: (address: URL) => Recognised | null;
  /** What to ask, without a token, at each place where it may stand below an address; first answers first. */
  readonly probes?: (base: string) => readonly PlainRequest[];
  readonly read?: (response: PlainResponse, base: string) => Recognised | null;
}

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
  /**
   * Origins other than its own to which it may send people and codes. `issuer`: one more, that of the `issuer` in its
   * metadata, which people are told of before they go there.
   */
  readonly signsInAt: readonly string[] | 'issuer';
  /**
   * `itself`: the platform takes every application; `administrator`: policy or options hold the id that was given out,
   * and only a server that names a place to register in its metadata needs none.
   */
  readonly registeredBy: 'itself' | 'administrator';
  /** How an application registers: as RFC 7591 says, where this is absent, or by a form. */
  readonly registersBy?: 'form';
  /** It may be named: an application can be known to one organisation alone. */
  readonly takesTenant?: true;
  /** The same for everybody, or for what a server says of itself. `device`: ten letters of this sign-in alone. */
  readonly scopes: string | ((capabilities: Capabilities, device: string) => string);
  /** Whoever is still signed in there is let in again without seeing a page (OpenID Connect's `prompt=none`). */
  readonly signsInSilently?: true;
  /** More for the address of the sign-in page, such as `resource`. */
  readonly authorizeWith?: Readonly<Record<string, string>>;
  /** Further origins of the same platform, with the scopes of the token that each needs. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/** What a sign-in without OAuth gave. */
export interface Granted {
  /** What stands in `Account.token`. */
  readonly token: string;
  /** What it may do, in the platform's own words. */
  readonly scopes?: string;
  /** Epoch ms; absent where it does not end. */
  readonly expiresAt?: number;
}

/** Where a sign-in with a key or a code of ours stands, and as what. */
export interface FlowStart {
  readonly base: string;
  /** Shown to the person there. */
  readonly application: string;
  /** Random, of this sign-in alone. */
  readonly clientId: string;
  /** What `prepare` made. */
  readonly kept: string;
}

/** A code that the person types on a page of the platform. */
export interface DeviceCode {
  /** What the platform is asked with whether it was typed: a secret. */
  readonly device: string;
  /** What the person types. */
  readonly code: string;
  /** Where, at the platform's own origin. */
  readonly page: string;
  readonly expiresInMs: number;
  /** How often it may be asked. */
  readonly everyMs: number;
}

/**
 * A sign-in by a code that is typed on the platform's own page. Pure, but for the key pair that `prepare` makes; every
 * reader gives null for an answer that it cannot make out.
 */
export interface DeviceFlow {
  /** What one sign-in needs, such as a key pair: text that is kept in the background until the sign-in ends. */
  readonly prepare: () => Promise<string>;
  /** What to ask to learn whether this server has it; absent where all have. */
  readonly offered?: {
    readonly build: (base: string) => PlainRequest;
    readonly read: (response: PlainResponse) => boolean;
  };
  readonly begin: (start: FlowStart) => PlainRequest;
  readonly readBegun: (response: PlainResponse, start: FlowStart) => DeviceCode | null;
  readonly ask: (start: FlowStart, device: string) => PlainRequest;
  /** `waiting`: not typed yet. `refused`: the person said no, or the code is too old. */
  readonly readAsked: (
    response: PlainResponse,
    start: FlowStart,
  ) => Promise<Granted | 'waiting' | 'refused' | null>;
}

/** A sign-in by a key that the platform hands over encrypted. Pure as `DeviceFlow`. */
export interface KeyFlow {
  readonly prepare: () => Promise<string>;
  /** The page on which the person agrees. `redirectUri` null: it shows what is to be pasted. */
  readonly page: (start: FlowStart, redirectUri: string | null) => string;
  /** What came back in the query of our redirect address; null where it holds no key. */
  readonly payloadIn: (returned: URLSearchParams) => string | null;
  /** Null where what was pasted or came back is not for this sign-in. */
  readonly read: (payload: string, start: FlowStart) => Promise<Granted | null>;
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
  /** Where people open what stands at a `base`; absent: there. By it, too, it is recognised again. */
  readonly pageOf?: (base: string) => string;
  /** In the order in which they are offered. */
  readonly signsIn: readonly SignInKind[];
  readonly oauth?: OAuthProfile;
  /** Absent: no administrator has to do anything. */
  readonly registration?: Registration;
  readonly deviceFlow?: DeviceFlow;
  readonly keyFlow?: KeyFlow;
  readonly appPassword?: AppPasswordFlow;
  readonly signOut?: SignOut;
  /** The page on which a person makes what is pasted. */
  readonly tokenPage?: (base: string) => string;
  readonly pasteAdvice?: PasteAdvice;
  /**
   * What stands in `Account.token`, from what was typed or pasted, both without spaces around them; absent: the token
   * itself. Empty where it cannot be without the name.
   */
  readonly tokenOf?: (typed: { readonly name: string; readonly secret: string }) => string;
  /** A person's name and password there do as well, in place of what is pasted. */
  readonly takesPassword?: true;
  readonly connector: (clock: Clock) => Connector;
}
