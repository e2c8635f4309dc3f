import { passTo } from '../pictures/pass';
import type { Ports } from '../ports';
import { type PictureRow, pictureIds, picturesByIds } from '../store/pictures';
import type { StatusRow } from '../store/statuses';

/** Mastodon's MediaAttachment, with an address at which whoever is told of it may read the file for a while. */
export function mediaEntity(ports: Ports, picture: PictureRow) {
  const { id, width, height, description } = picture;
  const url = pictureUrl(ports, picture);
  const size = { width, height, size: `${width}x${height}`, aspect: width / height };
  return {
    id,
    type: 'image',
    url,
    preview_url: url,
    remote_url: null,
    preview_remote_url: null,
    text_url: null,
    meta: { original: size, small: size },
    description: description === '' ? null : description,
    blurhash: null,
  };
}

/** Where a picture's file is read. */
export function pictureUrl({ origin, clock }: Ports, picture: PictureRow): string {
  return `${origin}/pictures/${picture.id}/${passTo(picture, clock())}`;
}

type Shows = Pick<StatusRow, 'picture_ids'>;

/** What these posts show; asked for together. Of a post: its pictures, in their order. */
export async function picturesShown({ store }: Ports, rows: readonly Shows[]) {
  const found = await picturesByIds(store, rows.flatMap(pictureIds));
  return (row: Shows): PictureRow[] => pictureIds(row).flatMap((id) => found.get(id) ?? []);
}
