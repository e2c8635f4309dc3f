import { basicOf } from '../../basic';
import type { Platform } from '../../platform';
import { adminOf, at, headersFor } from './build';
import { createWordpress } from './connector';
import { readKeyId, recognise } from './recognise';

/** Sites that WordPress runs, by its REST API and a password of their own for each application. */
export const wordpress: Platform = {
  id: 'wordpress',
  title: 'WordPress',
  kind: 'page',
  evidence: { kind: 'real', against: 'WordPress 6.1.9' },
  recognise,
  signsIn: ['app-password', 'token'],
  appPassword: {
    page: ({ base, allowsAt = `${adminOf(base)}/authorize-application.php` }, { name, id }, redirectUri) => {
      const page = new URL(allowsAt);
      // Given no other, the site marks the way back of who says no.
      const asked = { app_name: name, app_id: id, success_url: redirectUri };
      for (const [key, value] of Object.entries(asked)) page.searchParams.set(key, value);
      return page.href;
    },
    read: (returned, base) => {
      const [site, name, secret] = ['site_url', 'user_login', 'password'].map(
        (one) => returned.get(one) ?? '',
      );
      if (returned.get('success') === 'false') return 'refused';
      const isTheirs = URL.canParse(site ?? '') && new URL(site ?? '').host === new URL(base).host;
      return isTheirs && name && secret ? { name, secret } : null;
    },
  },
  signOut: {
    build: (account) => ({
      method: 'GET',
      url: at('/wp/v2/users/me/application-passwords/introspect', {}, account),
      headers: headersFor(account),
    }),
    next: (response, account) => {
      const id = readKeyId(response);
      const url = at(`/wp/v2/users/me/application-passwords/${id}`, {}, account);
      return id === null ? null : { method: 'DELETE', url, headers: headersFor(account) };
    },
  },
  tokenPage: (base) => `${adminOf(base)}/profile.php#application-passwords-section`,
  pasteAdvice: { menu: ['Application Passwords'], isPassword: true },
  // Spaces are there for the eye only.
  tokenOf: ({ name, secret }) => (name === '' ? '' : basicOf({ name, secret: secret.replace(/\s/gu, '') })),
  connector: createWordpress,
};
