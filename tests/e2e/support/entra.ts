import { createHash, randomUUID } from 'node:crypto';
import { json } from '@/tests/connectors/kit/specimen';
import type { PlainRequest, PlainResponse } from '@/utils/community/connector';

export const SIGN_IN = 'https://login.microsoftonline.com';
export const TENANT = 'contoso.be';

/** An application that an administrator registered. */
export interface EntraApplication {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** What a token opens: one resource, for what was asked. */
interface Access {
  readonly clientId: string;
  readonly resource: string;
}

interface Code extends Pick<EntraApplication, 'clientId'> {
  readonly redirectUri: string;
  readonly challenge: string;
}

const SESSION = 'ESTSAUTH';
const OFFLINE = 'offline_access';
const LIFE_S = 3_599;

/** Entra's sign-in (version 2), as far as a public application of one page meets it. */
export class Entra {
  readonly applications: EntraApplication[] = [];
  /** For what tokens were asked for, and how, in that order. */
  readonly exchanges: string[] = [];
  private consent: 'people' | 'administrator' = 'people';
  private readonly codes = new Map<string, Code>();
  private readonly refreshTokens = new Map<string, string>();
  private readonly accessTokens = new Map<string, Access>();
  /** Browsers in which somebody is signed in, by their cookie. */
  private readonly sessions = new Set<string>();

  /** So much time goes by: tokens open nothing after an hour, and after a day none are made of the old any more. */
  end(after: 'hour' | 'day'): void {
    this.accessTokens.clear();
    if (after === 'day') this.refreshTokens.clear();
  }

  /** Nobody is signed in there any more: the next one has to be at the page. */
  endSessions(): void {
    this.sessions.clear();
  }

  /** From now on these agree to what applications ask for. */
  consentOf(who: 'people' | 'administrator'): void {
    this.consent = who;
  }

  accessOf(token: string): Access | undefined {
    return this.accessTokens.get(token);
  }

  answer(request: PlainRequest): PlainResponse {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/authorize')) return this.page(pathname, searchParams, request);
    if (pathname.endsWith('/token')) return this.token(new URLSearchParams(request.body), request);
    return { status: 404, headers: {}, text: '' };
  }

  /** What it will not send back to an address that it does not trust stays on its own page. */
  private page(
    pathname: string,
    query: URLSearchParams,
    { method, body, headers }: PlainRequest,
  ): PlainResponse {
    const application = this.applications.find(({ clientId }) => clientId === query.get('client_id'));
    const isOurs = query.get('redirect_uri') === application?.redirectUri;
    if (![`/${TENANT}/`, '/organizations/'].some((tenant) => pathname.startsWith(tenant)))
      return page('AADSTS90002: Tenant not found.');
    if (application === undefined)
      return page(
        `AADSTS700016: Application with identifier '${query.get('client_id')}' was not found in the directory.`,
      );
    if (!isOurs) return page('AADSTS50011: The redirect URI specified in the request does not match.');
    if (query.get('code_challenge_method') !== 'S256' || query.get('response_type') !== 'code')
      return page('AADSTS9002325: Proof Key for Code Exchange is required.');
    if (query.get('prompt') === 'none')
      return this.goBack(application, query, this.isSignedIn(headers.cookie) ? 'accept' : 'nobody');
    if (method === 'POST') return this.goBack(application, query, new URLSearchParams(body).get('answer'));
    if (this.consent === 'administrator')
      return page(
        'AADSTS90094: An administrator has to approve.',
        button('cancel', 'Return without granting consent'),
      );
    return page(
      'Permissions requested',
      button('accept', 'Accept') + button('cancel', 'Cancel') + button('lost', 'Consent was withdrawn'),
    );
  }

  private goBack(
    { clientId, redirectUri }: EntraApplication,
    query: URLSearchParams,
    chosen: string | null,
  ): PlainResponse {
    const back = new URL(redirectUri);
    const refuse = (error: string, description: string): void => {
      back.searchParams.set('error', error);
      back.searchParams.set('error_description', description);
    };
    const session = randomUUID();
    if (chosen === 'accept') {
      const code = randomUUID();
      this.sessions.add(session);
      this.codes.set(code, { clientId, redirectUri, challenge: query.get('code_challenge') ?? '' });
      back.searchParams.set('code', code);
      back.searchParams.set('session_state', session);
    } else if (chosen === 'nobody') {
      refuse('login_required', 'AADSTS50058: A silent sign-in request was sent but no user is signed in.');
    } else if (chosen === 'lost') {
      refuse('invalid_request', 'AADSTS90008: The user or administrator has not consented.');
    } else {
      back.searchParams.set('error_subcode', 'cancel');
      refuse('access_denied', 'AADSTS65004: User declined to consent to access the app.');
    }
    back.searchParams.set('state', query.get('state') ?? '');
    const cookie = `${SESSION}=${session}; Path=/; Secure; HttpOnly; SameSite=None`;
    const cookies = chosen === 'accept' ? { 'set-cookie': cookie } : {};
    return { status: 302, headers: { location: back.href, ...cookies }, text: '' };
  }

  private isSignedIn(cookies = ''): boolean {
    return cookies.split('; ').some((cookie) => {
      const [name, value = ''] = cookie.split('=');
      return name === SESSION && this.sessions.has(value);
    });
  }

  private token(form: URLSearchParams, { headers }: PlainRequest): PlainResponse {
    const clientId = form.get('client_id') ?? '';
    const scopes = (form.get('scope') ?? '').split(' ');
    const resources = new Set(
      scopes.filter((scope) => scope !== OFFLINE).map((scope) => new URL(scope).origin),
    );
    const [resource = ''] = resources;
    const kind = form.get('grant_type') ?? '';
    if (!('origin' in headers))
      return refused(
        'invalid_request',
        'AADSTS9002327: Single-Page Application: cross-origin requests only.',
      );
    if (resources.size !== 1)
      return refused('invalid_scope', 'AADSTS28000: Scopes of more than one resource in one request.');
    const isGood = kind === 'authorization_code' ? this.takesCode(form) : this.takesRefresh(form);
    if (!isGood) return refused('invalid_grant', 'AADSTS700084: The refresh token or code has expired.');
    this.exchanges.push(`${kind} ${resource}`);
    const access = randomUUID();
    const refresh = randomUUID();
    this.accessTokens.set(access, { clientId, resource });
    this.refreshTokens.set(refresh, clientId);
    return json(200, {
      token_type: 'Bearer',
      scope: scopes.filter((scope) => scope !== OFFLINE).join(' '),
      expires_in: LIFE_S,
      access_token: access,
      ...(scopes.includes(OFFLINE) ? { refresh_token: refresh } : {}),
    });
  }

  private takesCode(form: URLSearchParams): boolean {
    const given = form.get('code') ?? '';
    const code = this.codes.get(given);
    this.codes.delete(given);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    return (
      code?.challenge === challenge &&
      code.clientId === form.get('client_id') &&
      code.redirectUri === form.get('redirect_uri')
    );
  }

  private takesRefresh(form: URLSearchParams): boolean {
    const clientId = this.refreshTokens.get(form.get('refresh_token') ?? '');
    return clientId !== undefined && clientId === form.get('client_id');
  }
}

function refused(error: string, description: string): PlainResponse {
  return json(400, { error, error_description: description });
}

function page(said: string, buttons = ''): PlainResponse {
  const text = `<!doctype html><title>Sign in to your account</title><h1>${said}</h1><form method="post">${buttons}</form>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, text };
}

function button(value: string, label: string): string {
  return `<button name="answer" value="${value}">${label}</button>`;
}
