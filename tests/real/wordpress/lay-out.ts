import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeding } from './seed';

export interface WordpressOptions {
  /** The folder of the site under its host, as in `/intranet`; none unless named. */
  readonly path?: string;
  /** Without readable addresses its API is at `?rest_route=`. */
  readonly plainAddresses?: boolean;
  /** Lets applications in by passwords of their own, which it else does over https only. */
  readonly letsApplicationsIn?: boolean;
}

/** Where everything of one installation stands. */
export interface LaidOut {
  readonly folder: string;
  readonly documents: string;
  readonly path: string;
  readonly port: number;
  readonly host: string;
  readonly url: string;
  /** Shorter than the 105 characters that a socket's path may have. */
  readonly socket: string;
  /** The PHP script that makes the database's tables, people and settings. */
  readonly install: string;
}

/** The browsers in tests take `*.test` for this machine, so that the site shares its host with nothing else. */
const HOST = 'wordpress.test';
const PACKAGE = '/usr/share/wordpress';

/** Debian's WordPress is older than its PHP, and says so on every page. */
export const PHP_FLAGS = ['-d', 'error_reporting=4437', '-d', 'display_errors=0'];

/** Copies the package and writes its settings; nothing outside `folder` is touched. */
export function layOutWordpress(
  folder: string,
  port: number,
  { path = '', plainAddresses = false, letsApplicationsIn = false }: WordpressOptions,
): LaidOut {
  const documents = join(folder, 'www');
  const site = join(documents, path);
  const host = `${HOST}:${port}`;
  const url = `http://${host}${path}`;
  const socket = join(folder, 'db.sock');
  const install = join(folder, 'install.php');
  mkdirSync(join(folder, 'db'));
  mkdirSync(documents);
  cpSync(PACKAGE, site, { recursive: true, dereference: true });
  for (const name of ['uploads', 'mu-plugins'])
    mkdirSync(join(site, 'wp-content', name), { recursive: true });
  writeFileSync(join(site, 'wp-content/mu-plugins/types.php'), OWN_TYPES);
  writeFileSync(join(site, 'wp-config.php'), settings(url, socket, letsApplicationsIn));
  writeFileSync(install, installation(site, host, socket, plainAddresses));
  return { folder, documents, path, port, host, url, socket, install };
}

function settings(url: string, socket: string, letsApplicationsIn: boolean): string {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('AUTOSAVE_INTERVAL', 15);${letsApplicationsIn ? " define('WP_ENVIRONMENT_TYPE', 'local');" : ''}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** A type of an organisation's own in each editor: one that the API does not show is edited in the classic one. */
const OWN_TYPES = `<?php
add_action('init', function () {
  $both = ['public' => true, 'supports' => ['title', 'editor']];
  register_post_type('dossier', $both + ['label' => 'Dossiers', 'show_in_rest' => true, 'rest_base' => 'dossiers']);
  register_post_type('memo', $both + ['label' => 'Memos', 'show_in_rest' => false]);
});
`;

function installation(site: string, host: string, socket: string, plainAddresses: boolean): string {
  return `<?php
[$_SERVER['HTTP_HOST'], $_SERVER['SERVER_NAME'], $_SERVER['SERVER_PROTOCOL']] = ['${host}', '${HOST}', 'HTTP/1.1'];
define('WP_INSTALLING', true);
(new mysqli(null, 'root', '', '', 0, '${socket}'))->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
require '${site}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Intranet', 'admin', 'admin@example.test', true, '', 'adminPass12345');
wp_create_user('anna', 'annaPass12345', 'anna@example.test');
(new WP_User(wp_create_user('chris', 'chrisPass12345', 'chris@example.test')))->set_role('contributor');
update_option('permalink_structure', '${plainAddresses ? '' : '/%postname%/'}');
update_option('show_avatars', 0); // else every page asks the internet for them
switch_theme('twentytwentythree');
flush_rewrite_rules();
${seeding()}`;
}
