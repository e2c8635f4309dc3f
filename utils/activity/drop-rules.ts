import type { Exchange } from './exchange';
import { withoutSession } from './path';

/**
 * Whole path segments or host labels that mean "sign in first", without '-' and '_'; never part of a word, never a
 * query value. Not `cas`, which is French for a case: that server's sign-in is at `/cas/login`.
 */
const LOGIN_WORDS = new Set([
  'login',
  'logon',
  'signin',
  'signon',
  'sso',
  'saml',
  'saml2',
  'oauth',
  'oauth2',
  'oidc',
  'openidconnect',
  'adfs',
  'wplogin',
]);

/** What a sign-in page may end in: a document called "sso.pdf" is none. */
const PAGE_ENDING = /\.(php|aspx?|jspx?|jspa|do|action|cgi|cfm|pl|html?)$/i;

/** No answer; nothing has changed; and "ask there instead": the browser asks again, and that request counts. */
const NOTHING_DONE = new Set([0, 304, 307, 308]);

/** Whether an exchange can be anybody's activity at all, whatever the recipes say. */
export function mayBeActivity({ tabId, status, initiator, redirect, url }: Exchange): boolean {
  if (tabId === -1 || NOTHING_DONE.has(status) || /^[a-z-]+-extension:/.test(initiator ?? '')) return false;
  return redirect === null || !(leadsToLogin(redirect, url) || leavesSite(redirect, url));
}

/**
 * Whether a redirect goes to another host, as to a sign-in whose address has no word for it, or asks for the same over
 * https. Another scheme or port alone may be what a system believes of itself behind a proxy.
 */
function leavesSite(redirect: string, from: string): boolean {
  if (!URL.canParse(redirect) || !URL.canParse(from)) return false;
  const target = new URL(redirect);
  const asked = new URL(from);
  if (target.hostname !== asked.hostname) return true;
  const isUpgrade = asked.protocol === 'http:' && target.protocol === 'https:';
  return isUpgrade && target.pathname === asked.pathname && target.search === asked.search;
}

/**
 * Whether a redirect's target is a sign-in: the session had expired and nothing was done. A word that the request `from`
 * had itself is a name: of the host, or of the page that was saved.
 */
export function leadsToLogin(redirect: string, from: string): boolean {
  if (!URL.canParse(redirect) || !URL.canParse(from)) return false;
  const names = new Set([...wordsOf(from), ...[...new URL(from).searchParams.values()].map(plain)]);
  return wordsOf(redirect).some((word) => LOGIN_WORDS.has(word) && !names.has(word));
}

/** Whether an address is a sign-in itself. */
export function isSignIn(address: string): boolean {
  return wordsOf(address).some((word) => LOGIN_WORDS.has(word));
}

function wordsOf(address: string): string[] {
  const { hostname, pathname } = new URL(address);
  const segments = withoutSession(pathname)
    .split('/')
    .map((segment) => segment.replace(PAGE_ENDING, ''));
  return [...hostname.split('.'), ...segments].map(plain);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

/** The method that was meant: form systems send PUT and DELETE as POST with a header or a `_method` field. */
export function meantMethod({ method, requestHeaders, body }: Exchange): string {
  if (method !== 'POST') return method;
  const field = body.kind === 'form' ? body.fields._method?.[0] : undefined;
  const meant =
    requestHeaders['x-http-method-override'] || requestHeaders['x-http-method'] || field || method;
  return meant.toUpperCase();
}
