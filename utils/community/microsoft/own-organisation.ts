import { fail } from '@/utils/kernel/result';
import type { Capabilities, Failure } from '../connector';

/** What holds for every platform that stands inside one's own organisation. */
export const OWN_ORGANISATION = {
  keepsKeys: false,
  canRemove: true,
  canInvite: false,
  hasPlaces: true,
  needsPlace: true,
  readsBy: 'place',
  audiences: ['members'],
  pictures: 0,
} as const satisfies Partial<Capabilities>;

/** The platform's name, and whose it is where that was said. */
export function named(platform: string, organisation: string): string {
  const whose = organisation.trim().slice(0, MOST_NAME);
  return whose === '' ? platform : `${platform} (${whose})`;
}
const MOST_NAME = 80;

/** Asked of a platform that has nothing of the kind. */
export const notThere = fail<Failure>({ kind: 'invalid', message: 'There is no such thing there.' });
