import type { Exchange } from './exchange';

/** Whole path segments or host labels that mean "sign in first"; never part of a word, never a query value. */
const LOGIN_WORDS = new Set([
  'login',
  'log-in',
  'logon',
  'signin',
  'sign-in',
  'sso',
  'saml',
  'saml2',
  'oauth',
  'oauth2',
  'adfs',
  'cas',
  'wp-login',
]);

/** Whether an exchange can be anybody's activity at all, whatever the recipes say. */
export function mayBeActivity(exchange: Exchange): boolean {
  return exchange.tabId !== -1 && !(exchange.redirect !== null && leadsToLogin(exchange.redirect));
}

/** Whether a redirect's target is a sign-in: the session had expired and nothing was done. */
export function leadsToLogin(redirect: string): boolean {
  if (!URL.canParse(redirect)) return false;
  const { hostname, pathname } = new URL(redirect);
  const segments = pathname.split('/').map((segment) => segment.replace(/\.[a-z]+$/i, ''));
  return [...hostname.split('.'), ...segments].some((word) => LOGIN_WORDS.has(word.toLowerCase()));
}

/** The method that was meant: form systems send PUT and DELETE as POST with a header or a `_method` field. */
export function meantMethod({ method, requestHeaders, body }: Exchange): string {
  if (method !== 'POST') return method;
  const field = body.kind === 'form' ? body.fields._method?.[0] : undefined;
  return (
    requestHeaders['x-http-method-override'] ??
    requestHeaders['x-http-method'] ??
    field ??
    method
  ).toUpperCase();
}
