/** A server that speaks Mastodon's API, as far as it differs from ours. */
export interface Kin {
  readonly name: string;
  /** What it says of itself, at which address. */
  readonly says: { readonly v1?: object; readonly v2?: object };
  readonly keys: 'kept' | 'ignored' | 'burnt';
  readonly edits: boolean;
  readonly maxCharacters: number;
  /** Whether a page says where the next one is, and the one before. */
  readonly links: 'both' | 'next' | 'none';
  /** How it words a refusal; a text is a page. */
  readonly refusal: (status: number, error: string) => object | string;
  readonly signedOut: { readonly status: number; readonly error: string };
  /** `at`: epoch ms at which more is allowed. */
  readonly resets: (at: number) => Readonly<Record<string, string>>;
  /** What follows for us. */
  readonly means: { readonly countsIn: string; readonly format: string; readonly tooLong: object };
}

const json = (_status: number, error: string) => ({ error });
const iso = (at: number) => ({
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': new Date(at).toISOString(),
});
const epoch = (at: number) => ({ 'x-ratelimit-reset': String(Math.floor(at / 1_000)) });
/** As Hollo's validator finds it. */
const issueOf = (message: string) => {
  const limit = /limit of (\d+)/u.exec(message)?.[1];
  const found = { message, path: ['status'] };
  return limit === undefined
    ? { code: 'custom', ...found }
    : { code: 'too_big', type: 'string', maximum: Number(limit), inclusive: true, ...found };
};
const expired = { status: 401, error: 'The access token is invalid' };

/** Each on what was measured, or stands in its documents or source. */
export const KIN: readonly Kin[] = [
  {
    name: 'Mastodon 4.5',
    says: {
      v2: {
        title: 'Mastodon',
        version: '4.5.0',
        api_versions: { mastodon: 7 },
        configuration: { statuses: { max_characters: 500, characters_reserved_per_url: 23 } },
      },
    },
    keys: 'kept',
    edits: true,
    maxCharacters: 500,
    links: 'both',
    refusal: json,
    signedOut: expired,
    resets: iso,
    means: { countsIn: 'characters', format: 'plain', tooLong: { kind: 'too-long', max: 500 } },
  },
  {
    name: 'Mastodon 3.4',
    says: { v1: { uri: 'oud.example', title: 'Oud', version: '3.4.10' } },
    keys: 'kept',
    edits: false,
    maxCharacters: 500,
    links: 'both',
    refusal: (status, error) => (status === 404 ? '<!doctype html><title>404</title>' : { error }),
    signedOut: expired,
    resets: iso,
    means: { countsIn: 'code-points', format: 'plain', tooLong: { kind: 'too-long', max: 500 } },
  },
  {
    name: 'GoToSocial 0.7',
    says: {
      v1: {
        title: 'GoToSocial',
        version: '0.7.1',
        configuration: {
          statuses: {
            max_characters: 5_000,
            characters_reserved_per_url: 25,
            supported_mime_types: ['text/plain', 'text/markdown'],
          },
        },
      },
    },
    keys: 'ignored',
    edits: false,
    maxCharacters: 5_000,
    links: 'both',
    refusal: json,
    signedOut: { status: 401, error: 'Unauthorized: token not supplied' },
    resets: iso,
    means: { countsIn: 'code-points', format: 'markdown', tooLong: { kind: 'too-long', max: 5_000 } },
  },
  {
    name: 'Hollo 0.6',
    says: {
      v2: {
        title: 'Hollo',
        version: '4.0.0 (compatible; Hollo 0.6.17)',
        configuration: { statuses: { max_characters: 10_000, characters_reserved_per_url: 23 } },
      },
    },
    keys: 'kept',
    edits: true,
    maxCharacters: 10_000,
    links: 'next',
    refusal: (status, message) =>
      status === 400 || status === 422
        ? { success: false, error: { name: 'ZodError', issues: [issueOf(message)] } }
        : { error: message },
    signedOut: expired,
    resets: () => ({}),
    means: {
      countsIn: 'characters',
      format: 'plain',
      tooLong: { kind: 'too-long', max: 10_000 },
    },
  },
  {
    name: 'Akkoma 3',
    says: {
      v1: {
        title: 'Akkoma',
        version: '2.7.2 (compatible; Akkoma 3.10.4)',
        max_toot_chars: 5_000,
        pleroma: {
          metadata: { features: ['pleroma_api', 'editing'], post_formats: ['text/plain', 'text/markdown'] },
        },
      },
    },
    keys: 'kept',
    edits: true,
    maxCharacters: 5_000,
    links: 'both',
    refusal: json,
    signedOut: { status: 403, error: 'Invalid credentials.' },
    resets: epoch,
    means: { countsIn: 'code-points', format: 'markdown', tooLong: { kind: 'too-long', max: 5_000 } },
  },
  {
    name: 'Friendica 2023.03',
    says: {
      v2: { title: 'Friendica', version: '2.8.0 (compatible; Friendica 2023.03)', friendica: {} },
      v1: { title: 'Friendica', version: '2.8.0 (compatible; Friendica 2023.03)', max_toot_chars: 200_000 },
    },
    keys: 'ignored',
    edits: false,
    maxCharacters: 500,
    links: 'none',
    refusal: (_status, error) => ({ error: 'Unprocessable Entity', error_description: error }),
    signedOut: expired,
    resets: epoch,
    means: { countsIn: 'code-points', format: 'plain', tooLong: { kind: 'too-long', max: 500 } },
  },
  {
    name: 'one that burns keys, as Pixelfed does',
    says: { v1: { title: 'Pixels', version: '3.5.3 (compatible; Pixelfed 0.11.13)' } },
    keys: 'burnt',
    edits: true,
    maxCharacters: 500,
    links: 'both',
    refusal: json,
    signedOut: expired,
    resets: epoch,
    means: { countsIn: 'code-points', format: 'plain', tooLong: { kind: 'too-long', max: 500 } },
  },
];
