import { MOST_PICTURES } from '../entities/instance';
import { many, one, type Parameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid } from '../problem';
import type { Account } from '../store/accounts';
import { describePicture, picturesByIds, pictureTaken } from '../store/pictures';
import { checked } from './media';

/** The pictures that a post shall show; undefined where it is not said. Refuses what is not its author's to show. */
export async function picturesAsked(
  { store }: Ports,
  parameters: Parameters,
  { author, statusId = null }: { readonly author: Account; readonly statusId?: string | null },
): Promise<string[] | undefined> {
  if (!('media_ids' in parameters)) return undefined;
  const ids = [...new Set(many(parameters, 'media_ids').filter(Boolean))];
  if (ids.length > MOST_PICTURES) throw invalid(`Cannot attach more than ${MOST_PICTURES} files`);
  const found = await picturesByIds(store, ids);
  const mayShow = ids.every((id) => {
    const picture = found.get(id);
    const isFree = picture?.status_id === null || (statusId !== null && picture?.status_id === statusId);
    return isFree && picture?.account_id === author.id;
  });
  if (!mayShow) throw pictureTaken();
  return ids;
}

/** Other words for pictures that a post shows: `media_attributes` is a list of `{id, description}`. */
export async function describeShown(
  { store }: Ports,
  parameters: Parameters,
  shown: readonly string[],
): Promise<void> {
  for (const name of Object.keys(parameters)) {
    const [, at] = /^media_attributes\[(\d*)\]\[id\]$/.exec(name) ?? [];
    const id = one(parameters, name);
    const described = `media_attributes[${at}][description]`;
    if (id === undefined || !shown.includes(id) || !(described in parameters)) continue;
    await describePicture(store, id, checked(one(parameters, described) ?? ''));
  }
}
