import type { Member, PlainRequest, PlainResponse } from '@/utils/community/connector';
import type { Http } from '@/utils/community/http';
import { base64Url } from '@/utils/kernel/ids';
import { fail, succeed } from '@/utils/kernel/result';
import { HOUSE } from './house';

interface Code {
  readonly client: string;
  readonly challenge: string;
  readonly redirect: string;
}

/** An authorisation server as the specifications describe one (RFC 6749, 7591, 7636, 7009), with what a test breaks. */
export class AuthorisationServer {
  readonly requests: PlainRequest[] = [];
  /** Access tokens, each with when it ends. */
  readonly live = new Map<string, number>();
  readonly refreshTokens = new Set<string>();
  user: Member = { id: '1', name: 'Ann', handle: 'ann' };
  expiresIn: unknown = 3_600;
  /** Each refresh token is good once. */
  rotates = true;
  /** What is answered in place of the server's own answer, by path. */
  readonly instead = new Map<string, readonly [number, unknown]>();
  /** The connection breaks after the server did its work, so many times, by path. */
  readonly loses = new Map<string, number>();
  metadata: Record<string, unknown> | null = {
    issuer: HOUSE,
    authorization_endpoint: `${HOUSE}/authorize`,
    token_endpoint: `${HOUSE}/token`,
    revocation_endpoint: `${HOUSE}/revoke`,
    registration_endpoint: `${HOUSE}/register`,
  };
  private readonly clients = new Map<string, readonly string[]>([['given', []]]);
  private readonly codes = new Map<string, Code>();
  private count = 0;

  constructor(readonly clock: () => number) {}

  readonly http: Http = async (request) => {
    this.requests.push(request);
    const { pathname } = new URL(request.url);
    const answer = await this.answer(request, pathname);
    const losses = this.loses.get(pathname) ?? 0;
    this.loses.set(pathname, losses - 1);
    if (losses > 0) return fail({ kind: 'retry', applied: 'unknown', answered: false });
    const [status, body] = this.instead.get(pathname) ?? answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return succeed<PlainResponse>({ status, headers: {}, text });
  };

  /** The person at the sign-in page agrees: where the page sends them. */
  agree(url: string): URL {
    const query = new URL(url).searchParams;
    const code = this.next('code');
    const redirect = query.get('redirect_uri') ?? '';
    const challenge = query.get('code_challenge') ?? '';
    this.codes.set(code, { client: query.get('client_id') ?? '', challenge, redirect });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back;
  }

  /** How often a path was asked. */
  asked(path: string): number {
    return this.requests.filter(({ url }) => new URL(url).pathname === path).length;
  }

  fieldsOf(path: string): URLSearchParams[] {
    const asked = this.requests.filter(({ url }) => new URL(url).pathname === path);
    return asked.map(({ body }) => new URLSearchParams(body));
  }

  private async answer(request: PlainRequest, path: string): Promise<readonly [number, unknown]> {
    const fields = new URLSearchParams(request.body);
    if (path === '/.well-known/oauth-authorization-server')
      return this.metadata === null ? [404, ''] : [200, this.metadata];
    if (path === '/api/about') return [200, '1.0'];
    if (path === '/register') return this.register(request);
    if (path === '/token') return this.exchange(fields);
    if (path === '/revoke') return this.revoke(fields.get('token') ?? '');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    if ((this.live.get(token) ?? 0) <= this.clock()) return [401, { error: 'invalid_token' }];
    return path === '/api/me' ? [200, this.user] : [200, {}];
  }

  private register({ body = '' }: PlainRequest): readonly [number, unknown] {
    const wanted = JSON.parse(body) as { redirect_uris: string[]; token_endpoint_auth_method: string };
    if (wanted.token_endpoint_auth_method !== 'none') return [400, { error: 'invalid_client_metadata' }];
    const client = this.next('client');
    this.clients.set(client, wanted.redirect_uris);
    return [201, { client_id: client }];
  }

  private async exchange(fields: URLSearchParams): Promise<readonly [number, unknown]> {
    const refused = [400, { error: 'invalid_grant' }] as const;
    if (!this.clients.has(fields.get('client_id') ?? '')) return [401, { error: 'invalid_client' }];
    if (fields.get('grant_type') === 'refresh_token') {
      const spent = fields.get('refresh_token') ?? '';
      if (!this.refreshTokens.has(spent)) return refused;
      if (this.rotates) this.refreshTokens.delete(spent);
      return [200, this.tokens(fields.get('scope') ?? '')];
    }
    const code = this.codes.get(fields.get('code') ?? '');
    this.codes.delete(fields.get('code') ?? '');
    const verifier = new TextEncoder().encode(fields.get('code_verifier') ?? '');
    const challenge = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', verifier)));
    const isTheirs = code?.client === fields.get('client_id') && code.redirect === fields.get('redirect_uri');
    return isTheirs && code.challenge === challenge ? [200, this.tokens(fields.get('scope') ?? '')] : refused;
  }

  private tokens(scope: string): Record<string, unknown> {
    const token = this.next('access');
    const refresh = this.next('refresh');
    const seconds = typeof this.expiresIn === 'number' && this.expiresIn > 0 ? this.expiresIn : 3_600;
    this.live.set(token, this.clock() + seconds * 1_000);
    this.refreshTokens.add(refresh);
    return {
      access_token: token,
      token_type: 'Bearer',
      refresh_token: refresh,
      expires_in: this.expiresIn,
      scope,
    };
  }

  private revoke(token: string): readonly [number, unknown] {
    this.live.delete(token);
    this.refreshTokens.delete(token);
    return [200, {}];
  }

  private next(what: string): string {
    this.count += 1;
    return `${what}-${this.count}`;
  }
}
