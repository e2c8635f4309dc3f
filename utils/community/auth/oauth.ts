import { newSecret } from '@/utils/kernel/ids';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Capabilities, PlainRequest, PlainResponse } from '../connector';
import type { OAuthProfile } from '../platform';
import type { SignedIn } from '../store';
import { calledBy, scopesOf } from './anonymous';
import { type Application, applicationRequest, readApplication, type Wanted } from './application';
import { authorizeUrl, newAttempt, readRedirect } from './attempt';
import type { Found } from './identify';
import type { GivenApplication, SignInPorts } from './ports';
import type { ConnectProblem, Outcome } from './problem';
import { errorIn, type Refusal } from './refusal';
import { exchangeElsewhere } from './renew';
import { metadataRequest, readServer, type SignInServer } from './server';
import { exchangeRequest, readTokens } from './tokens';

/** What a sign-in gave, and what that may do. */
export interface Grant {
  readonly signedIn: SignedIn;
  readonly mayDo: readonly string[];
}

/** How one would sign in at a platform by OAuth. */
export interface OAuthOffer {
  readonly profile: OAuthProfile;
  readonly server: SignInServer;
  /** Null where we register ourselves, or nothing was given out. */
  readonly given: GivenApplication | null;
  readonly needsClientId: boolean;
}

const TENANT = /^[\w.-]{1,200}$/u;

/** Where one signs in and as which application; a problem where the platform has no such sign-in that we trust. */
export async function oauthAt(
  { http, applicationFor }: SignInPorts,
  found: Found,
): Promise<Outcome<OAuthOffer>> {
  const { platform, base } = found;
  const failed = (code: ConnectProblem['code'], detail = calledBy(found)) => fail({ code, detail });
  const { oauth: profile } = platform;
  if (profile === undefined) return failed('sign-in-choose');
  const given = applicationFor?.(platform.id, base) ?? null;
  const tenant = given?.tenant ?? undefined;
  if (tenant !== undefined && !TENANT.test(tenant))
    return failed(given?.byPolicy === true ? 'tenant-by-policy' : 'tenant-missing', platform.title);
  const where = profile.metadata?.(base);
  const described = where === undefined ? null : await http(metadataRequest(where), 'connect');
  if (described?.ok === false) return failed('community-unreachable');
  const server = readServer(described?.value ?? null, profile, base, tenant);
  if (server === 'elsewhere') return failed('sign-in-elsewhere');
  if (server === null) return failed('sign-in-choose');
  const registers = server.register !== undefined && takesUs(profile, server);
  return succeed({ profile, server, given, needsClientId: given === null && !registers });
}

function takesUs({ registeredBy }: OAuthProfile, { takesApplications }: SignInServer): boolean {
  return registeredBy === 'itself' || takesApplications;
}

/**
 * Signs in through the platform's page and gives the tokens: application, consent, code (RFC 6749, 7636, 9207), tokens for
 * elsewhere. `more`: for the address of that page, this time.
 */
export async function signInByOAuth(
  ports: SignInPorts,
  found: Found,
  capabilities: Capabilities | null,
  more: Readonly<Record<string, string>> = {},
): Promise<Outcome<Grant>> {
  const failed = (code: ConnectProblem['code']) => fail({ code, detail: calledBy(found) });
  const { http, window, bytes, language } = ports;
  const offer = await oauthAt(ports, found);
  if (!offer.ok) return offer;
  const { profile, server, needsClientId } = offer.value;
  if (needsClientId) return fail({ code: 'client-id-missing', detail: window.redirectUri });
  const scopes = scopesOf(profile, capabilities, newDevice(ports));
  const wanted = { redirectUri: window.redirectUri, scopes, language };
  const application = await applicationAt(ports, offer.value, wanted);
  if (!application.ok) return failed(application.error);
  const attempt = await newAttempt(bytes);
  const asked = { ...wanted, scopes: withElsewhere(profile, scopes) };
  const url = authorizeUrl(server, application.value, attempt, asked, { ...profile.authorizeWith, ...more });
  const address = await window.launch(url);
  if (address === null) return failed(toldOf('sign-in-refused', offer.value));
  const code = readRedirect(address, wanted.redirectUri, attempt, server);
  if (!code.ok) return failed(toldOf(code.error, offer.value));
  const exchange = { code: code.value, verifier: attempt.verifier, ...wanted };
  const answer = await ask(http, exchangeRequest(server.token, application.value, exchange));
  if (!answer.ok) return failed(answer.error);
  return grantOf(ports, found, { offer: offer.value, application: application.value, scopes }, answer.value);
}

async function applicationAt(
  { http }: SignInPorts,
  { profile, server, given }: OAuthOffer,
  wanted: Wanted,
): Promise<Result<Application, ConnectProblem['code']>> {
  if (given !== null) return succeed({ clientId: given.clientId });
  const registration = applicationRequest(server.register ?? '', wanted, profile.registersBy ?? 'json');
  const answer = await ask(http, registration);
  if (!answer.ok) return answer;
  const application = readApplication(answer.value);
  return application === null ? fail('registration-refused') : succeed(application);
}

interface Agreed {
  readonly offer: OAuthOffer;
  readonly application: Application;
  readonly scopes: string;
}

async function grantOf(
  { http, clock }: SignInPorts,
  found: Found,
  { offer, application, scopes }: Agreed,
  answer: PlainResponse,
): Promise<Outcome<Grant>> {
  const { origin, platform } = found;
  const { server } = offer;
  const failed = (code: ConnectProblem['code']) => fail({ code, detail: calledBy(found) });
  const tokens = readTokens(answer, clock());
  if (tokens === null) return failed(toldOf(errorIn(answer)?.refusal ?? 'sign-in-failed', offer));
  const { scopes: granted = scopes, ...given } = tokens;
  const revoke = server.revoke === undefined ? {} : { revoke: server.revoke };
  const client = { ...application, token: server.token, ...revoke, scopes };
  const { elsewhere = {} } = platform.oauth ?? {};
  const whole = await exchangeElsewhere(
    http,
    clock,
    { communityId: '', origin, ...given, client },
    elsewhere,
  );
  if (!whole.ok) {
    if (whole.error.kind === 'retry') return failed('community-unreachable');
    const isConsent = whole.error.kind === 'auth' && whole.error.why === 'consent';
    return failed(isConsent ? 'sign-in-consent' : 'sign-in-failed');
  }
  const { communityId: _, origin: __, ...signedIn } = whole.value;
  return succeed({ signedIn, mayDo: wordsOf(granted) });
}

/**
 * What a refusal means for the person: where an administrator gave something out, that may be wrong, and a page that
 * sends nobody back may have said why. A no cannot be told from that.
 */
function toldOf(refusal: Refusal, { given }: OAuthOffer): ConnectProblem['code'] {
  if (given === null) return refusal === 'application-refused' ? 'sign-in-failed' : refusal;
  return refusal === 'sign-in-refused' ? 'sign-in-unfinished' : refusal;
}

/** People agree once, to everything; each token is then asked for by itself. */
export function withElsewhere({ elsewhere = {} }: OAuthProfile, scopes: string): string {
  return wordsOf([scopes, ...Object.values(elsewhere)].join(' ')).join(' ');
}

const MOST_WORDS = 50;

export function wordsOf(scopes: string): string[] {
  return [...new Set(scopes.split(/[\s,]+/u).filter((word) => word !== ''))].slice(0, MOST_WORDS);
}

/** Ten letters of one sign-in. */
function newDevice({ bytes }: SignInPorts): string {
  return newSecret(bytes)
    .replace(/[^a-z]/giu, 'x')
    .slice(0, 10)
    .toUpperCase();
}

async function ask(
  http: SignInPorts['http'],
  request: PlainRequest,
): Promise<Result<PlainResponse, 'community-unreachable'>> {
  const answer = await http(request, 'connect');
  return answer.ok ? answer : fail('community-unreachable');
}
