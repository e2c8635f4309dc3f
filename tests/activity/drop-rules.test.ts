import { describe, expect, test } from 'vitest';
import { leadsToLogin, mayBeActivity, meantMethod } from '@/utils/activity/drop-rules';
import { activityIn, aForm, anExchange, aRecipe } from '../support/exchanges';

const sentFrom = 'http://dms.test/documents/7/edit';

describe('a redirect to a sign-in', () => {
  test.each([
    'http://dms.test/login',
    'http://dms.test/login.php?next=/documents/7',
    'http://dms.test/wp-login.php',
    'http://dms.test/login.jsp;jsessionid=0F3A',
    'http://dms.test/users/sign_in',
    'http://dms.test/sign-in',
    'http://dms.test/Account/LogOn',
    'http://dms.test/saml/acs',
    'http://dms.test/adfs/ls/',
    'http://dms.test/Shibboleth.sso/Login',
    'https://login.microsoftonline.com/tenant/authorize',
    'https://sso.gemeente.test/',
    'https://id.test/realms/a/protocol/openid-connect/auth',
    'https://dms.test/oauth2/authorize',
  ])('%s is nobody’s activity', (redirect) => {
    expect(leadsToLogin(redirect, sentFrom)).toBe(true);
    expect(mayBeActivity(anExchange({ status: 302, redirect }))).toBe(false);
  });

  test.each([
    'http://dms.test/doku.php?id=login',
    'http://dms.test/lessons/7',
    'http://dms.test/association/statuten',
    'http://dms.test/index.php/Professor',
    'http://dms.test/files/sso.pdf',
    'http://dms.test/blog/signing-in-a-contract',
    'http://samlex.test/a',
    'http://dms.test/dossiers/cas/7',
    'http://dms.test/documents/7?from=/login#login',
    'not an address',
  ])('%s is none', (redirect) => {
    expect(leadsToLogin(redirect, sentFrom)).toBe(false);
  });

  test.each([
    ['a wiki on a host with such a name', 'http://sso.dms.test/doku.php?do=edit', 'http://sso.dms.test/a'],
    ['a page with such a name, edited', 'http://dms.test/wiki/login?do=edit', 'http://dms.test/wiki/login'],
    [
      'a page named in the query',
      'http://dms.test/index.php?title=OAuth&action=submit',
      'http://dms.test/index.php/OAuth',
    ],
  ])('%s is saved', (_what, from, redirect) => {
    expect(mayBeActivity(anExchange({ url: from, status: 302, redirect }))).toBe(true);
  });
});

describe('what nobody did', () => {
  test.each([
    ['a service worker or another extension sent it', { tabId: -1 }],
    ['this extension sent it', { initiator: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }],
    [
      'this extension sent it in Firefox',
      { initiator: 'moz-extension://0d6c1a4e-1111-2222-3333-444455556666' },
    ],
    ['the browser gave up on it', { status: 0 }],
    ['nothing had changed', { status: 304 }],
    [
      'the browser asks again over https',
      { url: 'http://dms.test/a', status: 307, redirect: 'https://dms.test/a' },
    ],
    ['the browser asks again elsewhere', { status: 308, redirect: 'http://dms.test/dms/a' }],
    [
      'its site answers over https only',
      { url: 'http://dms.test/a?b=1', status: 301, redirect: 'https://dms.test/a?b=1' },
    ],
    [
      'a host with no telling name signs people in',
      { status: 302, redirect: 'https://id.test/auth?client=7' },
    ],
  ])('%s', (_why, part) => {
    expect(mayBeActivity(anExchange(part))).toBe(false);
    expect(activityIn(anExchange(part), aRecipe())).toBeNull();
  });

  test.each([
    ['behind a proxy that speaks https', 'https://dms.test/a', 'http://dms.test/a'],
    ['behind a proxy with another port', 'http://dms.test/a', 'http://dms.test:8080/a'],
    ['and goes on over https', 'http://dms.test/a/edit', 'https://dms.test/a'],
  ])('a system that redirects %s is still believed', (_where, url, redirect) => {
    expect(mayBeActivity(anExchange({ url, status: 302, redirect }))).toBe(true);
  });

  test('a request that no page is known of may still be somebody’s', () => {
    expect(mayBeActivity(anExchange({ initiator: null }))).toBe(true);
  });
});

describe('the method that was meant', () => {
  test.each([
    ['a plain post', {}, 'POST'],
    ['WordPress', { requestHeaders: { 'x-http-method-override': 'put' } }, 'PUT'],
    ['SharePoint', { requestHeaders: { 'x-http-method': 'MERGE' } }, 'MERGE'],
    ['Rails', { body: aForm({ _method: 'patch' }) }, 'PATCH'],
    ['an empty field', { body: aForm({ _method: '' }) }, 'POST'],
    ['a GET that says otherwise', { method: 'GET', requestHeaders: { 'x-http-method': 'DELETE' } }, 'GET'],
    ['a PUT that says otherwise', { method: 'PUT', body: aForm({ _method: 'delete' }) }, 'PUT'],
  ])('%s', (_who, part, method) => {
    expect(meantMethod(anExchange(part))).toBe(method);
  });
});
