import { LANGUAGES } from '@/utils/language/languages';
import type { Ports } from '../ports';

export const MAX_CHARACTERS = 5_000;
export const MARKDOWN = 'text/markdown';
/** Clients switch features on by the Mastodon number in front. */
const SPEAKS = '4.4.0';
const MOST_OF_A_NAME = 60;

/** Mastodon's Instance. */
export function instanceV2(ports: Ports) {
  const { origin } = ports;
  return {
    ...about(ports),
    source_url: `${origin}/`,
    usage: { users: { active_month: 0 } }, // as Mastodon says it of a server that federates with nobody
    thumbnail: { url: thumbnail(origin), blurhash: null, description: null, versions: {} },
    icon: [],
    languages: LANGUAGES,
    configuration: configuration(origin),
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
    wrapstodon: null,
  };
}

function configuration(origin: string) {
  return {
    ...limits(),
    urls: {
      streaming: streamingUrl(origin),
      about: null,
      privacy_policy: null,
      terms_of_service: null,
      status: null,
    },
    vapid: { public_key: '' },
    translation: { enabled: false },
    limited_federation: true,
    timelines_access: {
      live_feeds: MEMBERS_ONLY,
      hashtag_feeds: MEMBERS_ONLY,
      trending_link_feeds: MEMBERS_ONLY,
    },
    /** Read by the extension: a post whose answer was lost may be sent again at once; members make invitation links. */
    deelgenoot: { idempotency: 'forever', places: true, invitations: true },
  };
}

/** The older form of it, with how many members and posts there are. */
export function instanceV1(ports: Ports, { members, posts }: { members: number; posts: number }) {
  const { title, version, description, domain } = about(ports);
  return {
    uri: domain,
    title,
    short_description: description,
    description,
    email: '',
    version,
    urls: { streaming_api: streamingUrl(ports.origin) },
    stats: { user_count: members, status_count: posts, domain_count: 1 },
    thumbnail: thumbnail(ports.origin),
    languages: LANGUAGES,
    registrations: false,
    approval_required: false,
    invites_enabled: true,
    configuration: limits(),
    contact_account: null,
    rules: [],
  };
}

const MEMBERS_ONLY = { local: 'authenticated', remote: 'disabled' };

function about({ origin, name, version }: Ports) {
  return {
    title: name,
    version: `${SPEAKS} (compatible; Deelgenoot ${version})`,
    description: name,
    domain: new URL(origin).host,
  };
}

/** Where apps open their WebSocket, without the path, which they know. */
function streamingUrl(origin: string): string {
  return origin.replace(/^http/, 'ws');
}

function thumbnail(origin: string): string {
  return `${origin}/assets/avatar.svg`;
}

function limits() {
  return {
    accounts: {
      max_featured_tags: 0,
      max_pinned_statuses: 0,
      max_display_name_length: MOST_OF_A_NAME,
      max_note_length: 0,
      max_profile_fields: 0,
      profile_field_name_limit: 0,
      profile_field_value_limit: 0,
      max_avatar_description_length: 0,
      max_header_description_length: 0,
    },
    statuses: {
      max_characters: MAX_CHARACTERS,
      max_media_attachments: 0,
      characters_reserved_per_url: 23,
      supported_mime_types: ['text/plain', MARKDOWN], // as glitch-soc and GoToSocial say it
    },
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
  };
}
