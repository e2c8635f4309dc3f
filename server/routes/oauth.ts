import { type Context, Hono } from 'hono';
import { memberOf, tokenOf } from '../auth/access';
import { covers, SCOPES, scopesOf } from '../auth/scopes';
import { makeSecret } from '../auth/secrets';
import { authenticateClient, exchangeCode } from '../auth/token-endpoint';
import { accountUrl } from '../entities/account';
import { many, one, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid, oauthError, unauthorised } from '../problem';
import {
  type Application,
  addApplication,
  addToken,
  findApplication,
  revokeToken,
} from '../store/applications';

export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';
const DEFAULT_SCOPES = 'read';

/** Registration of apps, tokens and the metadata that tells apps where to find them. */
export function oauthRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/.well-known/oauth-authorization-server', (context) => context.json(metadata(ports)));
  routes.post('/api/v1/apps', async (context) => registerApplication(context, ports));
  routes.get('/api/v1/apps/verify_credentials', async (context) => {
    const token = await tokenOf(context, ports);
    const application = token === null ? undefined : await findApplication(ports.store, token.client_id);
    if (application === undefined) throw unauthorised();
    return context.json(applicationEntity(application));
  });
  routes.post('/oauth/token', async (context) => issueToken(context, ports));
  routes.on(['GET', 'POST'], '/oauth/userinfo', async (context) => userInfo(context, ports));
  routes.post('/oauth/revoke', async (context) => {
    const parameters = await readParameters(context);
    const application = await authenticateClient(ports, context, parameters);
    await revokeToken(ports.store, one(parameters, 'token') ?? '', application.client_id);
    return context.json({});
  });
  return routes;
}

/** RFC 8414. */
function metadata({ origin }: Ports) {
  return {
    issuer: `${origin}/`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    service_documentation: 'https://docs.joinmastodon.org/',
    scopes_supported: SCOPES,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  };
}

async function registerApplication(context: Context, ports: Ports): Promise<Response> {
  const parameters = await readParameters(context);
  const name = one(parameters, 'client_name')?.trim();
  if (!name || name.length > 60) throw invalid("Name can't be blank or longer than 60 characters");
  const redirectUris = many(parameters, 'redirect_uris').flatMap((uris) => uris.split(/\s+/).filter(Boolean));
  if (redirectUris.length === 0) throw invalid("Redirect URI can't be blank");
  if (!redirectUris.every(isRedirectUri)) throw invalid('Redirect URI must be an absolute URI');
  const scopes = scopesOf(one(parameters, 'scopes') ?? DEFAULT_SCOPES);
  if (scopes === null) throw invalid('Scopes do not match those of the server');
  const clientId = makeSecret(ports.randomBytes);
  const secret = makeSecret(ports.randomBytes);
  const website = one(parameters, 'website') ?? null;
  await addApplication(ports.store, { clientId, secret, name, website, redirectUris, scopes });
  const entity = applicationEntity({ client_id: clientId, name, website, redirectUris, scopes });
  return context.json({
    ...entity,
    client_id: clientId,
    client_secret: secret,
    client_secret_expires_at: 0,
  });
}

type Shown = Pick<Application, 'client_id' | 'name' | 'website' | 'redirectUris' | 'scopes'>;

/** Mastodon's Application. */
function applicationEntity({ client_id, name, website, redirectUris, scopes }: Shown) {
  return {
    id: client_id,
    name,
    website,
    scopes: scopes.split(' '),
    redirect_uri: redirectUris.join('\n'),
    redirect_uris: redirectUris,
    vapid_key: '',
  };
}

/** OpenID Connect's claims, for an app that only wants to know who signs in. */
async function userInfo(context: Context, ports: Ports): Promise<Response> {
  const { handle, display_name } = await memberOf(context, ports, 'profile');
  const url = accountUrl(ports.origin, handle);
  return context.json({
    iss: `${ports.origin}/`,
    sub: url,
    name: display_name,
    preferred_username: handle,
    profile: url,
    picture: `${ports.origin}/assets/avatar.svg`,
  });
}

/** No script and no data address may ever be gone to; a host that would break out of a header is none. */
function isRedirectUri(uri: string): boolean {
  if (uri === OUT_OF_BAND) return true;
  if (!URL.canParse(uri)) return false;
  const { protocol, host, hash } = new URL(uri);
  return !/^(javascript|data|vbscript|file|blob):$/.test(protocol) && !/[;,'"*]/.test(host) && hash === '';
}

async function issueToken(context: Context, ports: Ports): Promise<Response> {
  context.header('Cache-Control', 'no-store');
  const parameters = await readParameters(context);
  const grant = one(parameters, 'grant_type');
  const application = await authenticateClient(ports, context, parameters);
  if (grant === 'client_credentials') {
    const scopes = within(one(parameters, 'scope') ?? DEFAULT_SCOPES, application.scopes);
    return answerToken(context, ports, { client_id: application.client_id, account_id: null, scopes });
  }
  if (grant !== 'authorization_code')
    throw oauthError(400, 'unsupported_grant_type', 'This grant type is not supported');
  const code = await exchangeCode(ports, application, parameters);
  return answerToken(context, ports, {
    client_id: code.client_id,
    account_id: code.account_id,
    scopes: code.scopes,
  });
}

function within(asked: string, registered: string): string {
  const scopes = scopesOf(asked);
  if (scopes === null || !covers(registered, scopes)) {
    throw oauthError(400, 'invalid_scope', 'The requested scope was not registered');
  }
  return scopes;
}

async function answerToken(
  context: Context,
  ports: Ports,
  row: { client_id: string; account_id: string | null; scopes: string },
): Promise<Response> {
  const token = makeSecret(ports.randomBytes);
  await addToken(ports.store, token, row);
  return context.json({
    access_token: token,
    token_type: 'Bearer',
    scope: row.scopes,
    created_at: Math.floor(ports.clock() / 1000),
  });
}
