import type { Context } from 'hono';
import { one, type Parameters } from '../parameters';
import type { Ports } from '../ports';
import { oauthError } from '../problem';
import { type Application, type AuthorizationCode, findApplication, takeCode } from '../store/applications';
import { challengeOf, hashOf, sameSecret } from './secrets';

/**
 * The app that a request comes from: by its secret, in the body or in Basic. For a code, PKCE may stand in for the
 * secret (RFC 7636): the code names the app's challenge. Nothing else is given to whoever only knows the id.
 */
export async function authenticateClient(
  ports: Ports,
  context: Context,
  parameters: Parameters,
): Promise<Application> {
  const { clientId, secret } = credentialsOf(context, parameters);
  const application = clientId === undefined ? undefined : await findApplication(ports.store, clientId);
  const forCode = one(parameters, 'grant_type') === 'authorization_code';
  const publicClient = forCode && secret === undefined && one(parameters, 'code_verifier') !== undefined;
  const proven =
    secret !== undefined && application !== undefined && sameSecret(hashOf(secret), application.secret_hash);
  if (application === undefined || !(proven || publicClient)) {
    throw oauthError(401, 'invalid_client', 'The client is unknown, or its secret is wrong');
  }
  return application;
}

function credentialsOf(context: Context, parameters: Parameters): { clientId?: string; secret?: string } {
  const basic = /^Basic (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const [id, key] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString('utf8').split(':');
  const clientId = one(parameters, 'client_id') ?? id;
  const secret = one(parameters, 'client_secret') ?? key;
  return { ...(clientId === undefined ? {} : { clientId }), ...(secret === undefined ? {} : { secret }) };
}

/** Spends an authorization code: once, by the app that it was made for, to the address and with the proof it began with. */
export async function exchangeCode(
  ports: Ports,
  application: Application,
  parameters: Parameters,
): Promise<AuthorizationCode> {
  const refused = (): never => {
    throw oauthError(400, 'invalid_grant', 'The code is spent, too old, or meant for somebody else');
  };
  const code = await takeCode(ports.store, one(parameters, 'code') ?? '');
  if (code === undefined || code.client_id !== application.client_id) return refused();
  if (code.redirect_uri !== one(parameters, 'redirect_uri')) return refused();
  const verifier = one(parameters, 'code_verifier');
  if (code.challenge !== null && (verifier === undefined || challengeOf(verifier) !== code.challenge))
    return refused();
  if (code.challenge === null && verifier !== undefined) return refused();
  return code;
}
