import * as z from 'zod/mini';

/** What a server says of itself; only what we use. */
export const InstanceSchema = z.lazy(() =>
  z.object({
    title: z.string(),
    version: z.string(),
    /** Of the API that it speaks. */
    api_versions: z.optional(z.nullable(z.object({ mastodon: z.optional(z.unknown()) }))),
    max_toot_chars: z.optional(z.int().check(z.positive())),
    pleroma: z.optional(
      z.object({
        metadata: z.optional(
          z.object({
            features: z.optional(z.array(z.string())),
            post_formats: z.optional(z.array(z.string())),
          }),
        ),
      }),
    ),
    configuration: z.optional(
      z.object({
        statuses: z.optional(
          z.object({
            max_characters: z.optional(z.int().check(z.positive())),
            max_media_attachments: z.optional(z.int()),
            supported_mime_types: z.optional(z.array(z.string())),
            characters_reserved_per_url: z.optional(z.int()),
          }),
        ),
        media_attachments: z.optional(z.object({ supported_mime_types: z.optional(z.array(z.string())) })),
        deelgenoot: z.optional(
          z.object({
            idempotency: z.optional(z.string()),
            places: z.optional(z.boolean()),
            invitations: z.optional(z.boolean()),
          }),
        ),
      }),
    ),
  }),
);

export type Instance = z.infer<typeof InstanceSchema>;
