import * as z from 'zod/mini';
import { SignInKindSchema } from '@/utils/community/community';
import { ApplicationSettingSchema } from '@/utils/settings/settings';
import { page, row } from './row';
import type { FoundView, PendingView, SignInView } from './sign-in-views';
import type { CommunityView } from './views';

const ScopeSchema = z.enum(['own', 'across']);
const byId = z.strictObject({ id: z.string() });

/** How a community is found, signed in to and left. */
export const SIGN_IN_MESSAGES = {
  /** What stands at an address, and how one signs in there. Nothing is kept. */
  'community:identify': row(page, z.strictObject({ address: z.string() })),
  /** In one go, where the platform needs nothing but a person who agrees on its own page. */
  'community:connect': row(
    page,
    z.strictObject({
      address: z.string(),
      scope: ScopeSchema,
      /** The way that was used before, where somebody signs in again. */
      way: z.optional(SignInKindSchema),
    }),
  ),
  /** In one of the ways that `community:identify` gave. `name` and `secret`: what the way needs to be typed or pasted. */
  'community:sign-in': row(
    page,
    z.strictObject({
      address: z.string(),
      scope: ScopeSchema,
      way: SignInKindSchema,
      name: z.optional(z.string()),
      secret: z.optional(z.string()),
      /** Of a key: the platform shows it, to be pasted, because it does not come back to us. */
      byHand: z.optional(z.boolean()),
    }),
  ),
  /** Asks whether the code was typed there, or hands over the key that the platform showed. */
  'community:sign-in-step': row(page, z.strictObject({ id: z.string(), pasted: z.optional(z.string()) })),
  'community:sign-in-cancel': row(page, byId),
  /** Sign-ins that wait for a code to be typed or a key to be pasted: a page that was closed goes on with them. */
  'community:sign-ins': row(page, z.strictObject({})),
  /** What an administrator gave out for a platform; an empty id takes it away. Policy goes before it. */
  'community:application': row(page, ApplicationSettingSchema),
  'community:remove': row(page, z.strictObject({ communityId: z.string() })),
};

export interface SignInReplies {
  'community:identify': FoundView;
  'community:connect': CommunityView;
  'community:sign-in': SignInView;
  'community:sign-in-step': SignInView;
  'community:sign-in-cancel': null;
  'community:sign-ins': readonly PendingView[];
  'community:application': null;
  'community:remove': null;
}
