import type { Capabilities } from './connector';

type Own = Pick<Capabilities, 'name' | 'maxCharacters' | 'countsIn' | 'format'>;

/**
 * What platforms have in common in which members write in channels or rooms, and nowhere else: whoever is in one reads
 * it, what is in it can be thanked for, corrected and taken away.
 */
export function inChannels(own: Own): Capabilities {
  return {
    ...own,
    kind: 'stream',
    keepsKeys: false,
    canEdit: true,
    canRemove: true,
    hasPlaces: true,
    needsPlace: true,
    readsBy: 'place',
    canThank: true,
    canInvite: false,
    audiences: ['members'],
    pictures: 0,
  };
}
