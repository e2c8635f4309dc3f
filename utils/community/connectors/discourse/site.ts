import * as z from 'zod/mini';
import { DAY_MS, MINUTE_MS } from '@/utils/kernel/clock';
import { IdSchema, listOf } from '../../answer';
import type { Place } from '../../community';
import type { Capabilities, Member } from '../../connector';
import { count, flag, id, nameOf, text } from './shapes';

export const SessionSchema = z.lazy(() =>
  z.object({
    current_user: z.object({ id: IdSchema, username: z.string(), name: text }),
  }),
);

export const SiteSchema = z.lazy(() =>
  z.object({
    categories: listOf(
      z.object({
        id: IdSchema,
        name: z.string(),
        read_restricted: flag,
        permission: count,
        parent_category_id: id,
      }),
    ),
  }),
);

/** What a site tells everybody, also one that wants a sign-in for all the rest. */
export const BasicInfoSchema = z.lazy(() =>
  z.object({
    title: z.string(),
    apple_touch_icon_url: z.string(),
    header_primary_color: z.string(),
    header_background_color: z.string(),
  }),
);
/** Its settings, as far as its own pages need them. */
export const SettingsSchema = z.lazy(() =>
  z.object({
    title: z.string(),
    max_post_length: z.int().check(z.positive()),
    min_topic_title_length: count,
    max_topic_title_length: count,
    allow_uncategorized_topics: flag,
  }),
);

/** The platform's own defaults, where a site does not say. */
const USUAL_MAX_CHARACTERS = 32_000;
const MAY_BEGIN_TOPICS = 1;
const MOST_NAME = 100;

export function memberOf({ current_user: user }: z.infer<typeof SessionSchema>): Member {
  return { id: user.id, name: nameOf(user.name, user.username), handle: user.username };
}

/** Categories in which the account may begin topics; what stands below another is named with it. */
export function placesOf(categories: z.infer<typeof SiteSchema>['categories']): readonly Place[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return categories
    .filter(({ permission }) => permission === MAY_BEGIN_TOPICS)
    .map(({ id, name, parent_category_id: above, read_restricted }) => {
      const parent = names.get(above ?? '');
      const whole = parent === undefined ? name : `${parent} › ${name}`;
      return { id, name: whole.slice(0, MOST_NAME), closed: read_restricted === true };
    });
}

export function capabilitiesOf(
  name: string,
  settings: Partial<z.infer<typeof SettingsSchema>>,
): Capabilities {
  const { min_topic_title_length: least, max_topic_title_length: most } = settings;
  return {
    ...(least && most && { titleLimits: { least, most } }),
    name: name.trim().slice(0, MOST_NAME),
    kind: 'stream',
    maxCharacters: settings.max_post_length ?? USUAL_MAX_CHARACTERS,
    countsIn: 'code-points',
    rateLimit: [
      { requests: 20, perMs: MINUTE_MS },
      { requests: 2_880, perMs: DAY_MS },
    ],
    keepsKeys: false,
    canEdit: true,
    canRemove: true,
    hasPlaces: true,
    needsPlace: settings.allow_uncategorized_topics !== true,
    readsBy: 'list',
    canThank: true,
    canInvite: false,
    audiences: ['members'],
    pictures: 0,
    format: 'markdown',
  };
}
