import type { OAuthProfile } from '../platform';

const SIGN_IN = 'https://login.microsoftonline.com';
/** Any account of work or school; an organisation's own tenant keeps others out. */
const EVERY_ORGANISATION = 'organizations';
const TENANT = /^[\w-]+(?:\.[\w-]+)*$/u;

/** What an administrator has to agree to first, by the codes that Entra answers with. */
const CONSENT = /AADSTS(?:65001|90008|90093|90094|90095|900941|900942)\b/u;

/**
 * Sign-in by Microsoft Entra, version 2, with an application that an administrator registered as a single-page one (for
 * PKCE without a secret). A tenant that is none gives no endpoints.
 */
export function entraProfile(scopes: string, elsewhere?: OAuthProfile['elsewhere']): OAuthProfile {
  return {
    endpoints: (_base, tenant = EVERY_ORGANISATION) => {
      if (!TENANT.test(tenant)) return null;
      const at = `${SIGN_IN}/${tenant}/oauth2/v2.0`;
      return { authorize: `${at}/authorize`, token: `${at}/token` };
    },
    signsInAt: [SIGN_IN],
    registeredBy: 'administrator',
    takesTenant: true,
    signsInSilently: true, // refresh tokens of an application of one page end after a day
    scopes,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

/** Whether a refusal says that an administrator has to agree first. */
export function wantsConsent(said: string): boolean {
  return CONSENT.test(said);
}
