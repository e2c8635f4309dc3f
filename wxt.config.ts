import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { CHAOS_MODE, chaosPlugin } from './scripts/chaos/build/plugin';

/** The public half of a key whose private half nobody keeps: it fixes the id of unpacked and self-hosted builds. */
const EXTENSION_KEY =
  process.env.DEELGENOOT_STORE === '1'
    ? undefined
    : 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0R5EMWswaCnERt55n4FiUE+jsXQNmfZQzlgBNElo+KnkbKu75pN4iuRkQ+TB/poFnYCi6xzoEFmyzXjuu4Oz+UJby5QqyLZkOn3GJ+8Rdoqho3WB/dTrqf1qSVuQubTs28ODkpK05/ZgdFUbOA/uFeanRh+VyJs5FDBxzzr4BLcZYVtLZYbEtE5gxBg5GayXjkIleMfnj5d2ZLStLj+TNPM3lyeogSmQjociSYmz8otORUUYdeGJ8hThjqdWL8GsQJ0+czASZORxS8re8ckLR7uEVZ3mqKFgLIbiIXVLGi1kLFocK7yd6JOoa1on2wcXlx5Dj3rsi00v+SZCtzDaVwIDAQAB';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Free in Chromium and Firefox, and in one place on all our keyboards. On a Mac, Alt and Shift type characters. */
const HOTKEY = { default: 'Alt+Shift+G', mac: 'MacCtrl+Shift+G' };

const EVERYWHERE_IF_ASKED = ['https://*/*', 'http://*/*'];
const TEXTS = resolve('utils/language/texts');

export default defineConfig({
  imports: false,
  vite: ({ mode }) => ({ plugins: mode === CHAOS_MODE ? [chaosPlugin()] : [] }),
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  manifest: ({ browser }) => ({
    name: '__MSG_ext_name__',
    description: '__MSG_ext_description__',
    default_locale: 'nl',
    permissions: [
      'storage',
      'unlimitedStorage',
      'webRequest',
      'scripting',
      'alarms',
      'identity',
      'activeTab',
      'contextMenus',
    ],
    commands: { share: { suggested_key: HOTKEY, description: '__MSG_command_share__' } },
    incognito: 'not_allowed',
    optional_host_permissions: EVERYWHERE_IF_ASKED,
    web_accessible_resources: [
      { resources: ['sidebar.html'], matches: EVERYWHERE_IF_ASKED, use_dynamic_url: true },
    ],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'chrome'
      ? {
          ...(EXTENSION_KEY === undefined ? {} : { key: EXTENSION_KEY }),
          minimum_chrome_version: '120',
          storage: { managed_schema: 'managed_schema.json' },
        }
      : {
          browser_specific_settings: {
            gecko: {
              id: 'deelgenoot@deelgenoot.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }),
  }),
  hooks: {
    // A service worker cannot `import()`, so every context reads its catalogue by fetching a file of the package.
    'build:publicAssets': (_wxt, assets) => {
      for (const name of readdirSync(TEXTS)) {
        assets.push({ absoluteSrc: resolve(TEXTS, name), relativeDest: `texts/${name}` });
      }
    },
  },
});
