import * as z from 'zod/mini';
import { maybe } from '../../answer';

/** What a server says of itself; only what we use. */
export const InstanceSchema = z.lazy(() =>
  z.object({
    title: z.string(),
    version: z.string(),
    /** Of the API that it speaks. */
    api_versions: maybe(z.object({ mastodon: z.optional(z.unknown()) })),
    max_toot_chars: maybe(z.int().check(z.positive())),
    pleroma: maybe(
      z.object({
        metadata: maybe(
          z.object({
            features: maybe(z.array(z.string())),
            post_formats: maybe(z.array(z.string())),
          }),
        ),
      }),
    ),
    configuration: maybe(
      z.object({
        statuses: maybe(
          z.object({
            max_characters: maybe(z.int().check(z.positive())),
            max_media_attachments: maybe(z.int()),
            supported_mime_types: maybe(z.array(z.string())),
            characters_reserved_per_url: maybe(z.int()),
          }),
        ),
        media_attachments: maybe(z.object({ supported_mime_types: maybe(z.array(z.string())) })),
        deelgenoot: maybe(
          z.object({
            idempotency: maybe(z.string()),
            places: maybe(z.boolean()),
            invitations: maybe(z.boolean()),
          }),
        ),
      }),
    ),
  }),
);

export type Instance = z.infer<typeof InstanceSchema>;
