import * as z from 'zod/mini';
import { SENSITIVE_KINDS } from './finding';

export const SensitiveKindSchema = z.enum(SENSITIVE_KINDS);

/** What a person let stand in a text, and why; kept beside the text, and never sent. */
export const OverrideSchema = z.strictObject({
  kind: SensitiveKindSchema,
  /** As it stood there. */
  text: z.string().check(z.minLength(1), z.maxLength(500)),
  reason: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type Override = z.infer<typeof OverrideSchema>;

/** One text per person: a corrupt or endless list would make a draft unreadable. */
export const OverridesSchema = z.array(OverrideSchema).check(z.maxLength(100));
