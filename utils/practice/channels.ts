import * as z from 'zod/mini';

/** The channels that most organisations have beside their community. */
export const CHANNEL_KINDS = ['news', 'helpdesk', 'personnel', 'chat', 'dossier'] as const;
export const ChannelKindSchema = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof ChannelKindSchema>;

/** What goes where in one organisation: the name that people know, and the address if it has one. */
export const ChannelSchema = z.object({
  kind: ChannelKindSchema,
  channel: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  /** Of a page, or of a mailbox (`mailto:`). */
  link: z.optional(z.url({ protocol: /^(https?|mailto)$/u }).check(z.maxLength(2000))),
  /** Why this goes there, in the organisation's own words. */
  because: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
});
export type Channel = z.infer<typeof ChannelSchema>;

/** One channel for each kind, at most: what is of no kind here belongs in the community. */
export const CharterSchema = z.array(ChannelSchema).check(
  z.maxLength(CHANNEL_KINDS.length),
  z.refine((channels) => new Set(channels.map(({ kind }) => kind)).size === channels.length),
);
export type Charter = z.infer<typeof CharterSchema>;
