import * as z from 'zod/mini';
import { parseAddress } from '../address';
import { bodyAs } from '../answer';
import type { PlainRequest, PlainResponse } from '../connector';
import type { Endpoints, OAuthProfile } from '../platform';

/** Where people sign in, codes are exchanged and sign-ins are taken back; and what a redirect must say of itself. */
export interface SignInServer extends Endpoints {
  /** Null where the server does not describe itself. */
  readonly issuer: string | null;
  /** It says that its redirects name it (RFC 9207): one that does not is none of its own. */
  readonly namesItself: boolean;
  /** Its description, not our knowledge of its kind, says where applications register. */
  readonly takesApplications: boolean;
}

const MetadataSchema = z.object({
  issuer: z.optional(z.string()),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  revocation_endpoint: z.optional(z.string()),
  registration_endpoint: z.optional(z.string()),
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
});
type Metadata = z.infer<typeof MetadataSchema>;

export function metadataRequest(url: string): PlainRequest {
  return { method: 'GET', url, headers: { accept: 'application/json' } };
}

/**
 * A sign-in server by its own description, else by what is usual for its kind. `elsewhere`: it would send people or
 * codes to an origin that is neither its own nor one that the platform is known for. Null: there is no such sign-in.
 */
export function readServer(
  response: PlainResponse | null,
  profile: OAuthProfile,
  base: string,
  tenant: string | undefined,
): SignInServer | 'elsewhere' | null {
  const usual = profile.endpoints(base, tenant);
  const named = response?.status === 200 ? bodyAs(MetadataSchema, response) : null;
  const isTrusted = trust(profile, base, named);
  if (named !== null) return fromMetadata(named, usual, isTrusted, profile.registersBy === 'form');
  if (usual === null) return null;
  if (![usual.authorize, usual.token].every(isTrusted)) return 'elsewhere';
  return { ...usual, issuer: null, namesItself: false, takesApplications: false };
}

function fromMetadata(
  named: Metadata,
  usual: Endpoints | null,
  isTrusted: (url: string) => boolean,
  byForm: boolean,
): SignInServer | 'elsewhere' {
  const { issuer, authorization_endpoint: authorize, token_endpoint: token } = named;
  // Whoever claims to be somebody else could have the redirects of that other taken for its own.
  const all = issuer === undefined ? [authorize, token] : [authorize, token, issuer];
  if (!all.every(isTrusted)) return 'elsewhere';
  // Else the code of one server's sign-in page could be handed to another.
  if (safeOrigin(authorize) !== safeOrigin(token)) return 'elsewhere';
  const trusted = (...urls: readonly (string | undefined)[]) =>
    urls.find((url) => url !== undefined && isTrusted(url));
  const revoke = trusted(named.revocation_endpoint, usual?.revoke);
  const described = trusted(named.registration_endpoint);
  const register = byForm ? trusted(usual?.register) : (described ?? trusted(usual?.register));
  return {
    authorize,
    token,
    ...(revoke === undefined ? {} : { revoke }),
    ...(register === undefined ? {} : { register }),
    issuer: issuer ?? null,
    namesItself: named.authorization_response_iss_parameter_supported ?? false,
    takesApplications: described !== undefined,
  };
}

function trust({ signsInAt }: OAuthProfile, base: string, named: Metadata | null): (url: string) => boolean {
  const further = signsInAt === 'issuer' ? [named?.issuer].filter((url) => url !== undefined) : signsInAt;
  const origins = [base, ...further].map(safeOrigin);
  return (url) => {
    const origin = safeOrigin(url);
    return origin !== null && origins.includes(origin);
  };
}

/** Null for what is no address, or one at which anybody on the way could read along. */
function safeOrigin(url: string): string | null {
  const origin = parseAddress(url);
  return origin.ok && URL.canParse(url) ? origin.value : null;
}
