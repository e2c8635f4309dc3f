import { Hono } from 'hono';
import type { Ports } from '../ports';

export const MAX_CHARACTERS = 5_000;
/** Clients switch features on by the Mastodon number in front. */
const SPEAKS = '4.4.0';

/** What this server says of itself, to everybody. */
export function instanceRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/api/v2/instance', (context) => context.json(instanceV2(ports)));
  routes.get('/api/v1/instance', (context) => context.json(instanceV1(ports)));
  return routes;
}

function about({ origin, name, version }: Ports) {
  return {
    title: name,
    version: `${SPEAKS} (compatible; Deelgenoot ${version})`,
    source_url: 'https://deelgenoot.example/',
    description: name,
    domain: new URL(origin).host,
  };
}

function configuration() {
  return {
    urls: { streaming: '', about: null, privacy_policy: null, terms_of_service: null },
    vapid: { public_key: '' },
    accounts: { max_featured_tags: 0, max_pinned_statuses: 0 },
    statuses: { max_characters: MAX_CHARACTERS, max_media_attachments: 0, characters_reserved_per_url: 23 },
    media_attachments: {
      supported_mime_types: [],
      description_limit: 0,
      image_size_limit: 0,
      image_matrix_limit: 0,
      video_size_limit: 0,
      video_frame_rate_limit: 0,
      video_matrix_limit: 0,
    },
    polls: { max_options: 0, max_characters_per_option: 0, min_expiration: 0, max_expiration: 0 },
    translation: { enabled: false },
    limited_federation: true,
    /** Read by the extension: a post whose answer was lost may be sent again at once. */
    deelgenoot: { idempotency: 'forever', places: true },
  };
}

function instanceV2(ports: Ports) {
  return {
    ...about(ports),
    usage: { users: { active_month: 0 } },
    thumbnail: { url: `${ports.origin}/assets/avatar.svg`, blurhash: null, versions: {} },
    icon: [],
    languages: ['nl', 'fr', 'de', 'en'],
    configuration: configuration(),
    registrations: {
      enabled: false,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    api_versions: { mastodon: 2 },
    contact: { email: '', account: null },
    rules: [],
  };
}

function instanceV1(ports: Ports) {
  const { title, version, description, domain } = about(ports);
  return {
    uri: domain,
    title,
    short_description: description,
    description,
    email: '',
    version,
    urls: { streaming_api: '' },
    stats: { user_count: 0, status_count: 0, domain_count: 1 },
    thumbnail: null,
    languages: ['nl', 'fr', 'de', 'en'],
    registrations: false,
    approval_required: false,
    invites_enabled: true,
    configuration: configuration(),
    contact_account: null,
    rules: [],
  };
}
