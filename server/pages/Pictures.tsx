/** @jsxImportSource hono/jsx */

/** A picture as a page shows it. */
export interface ShownPicture {
  readonly url: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

interface PicturesProps {
  readonly pictures: readonly ShownPicture[];
  readonly language: string | null;
}

/** What a post shows, with the words for it; room is kept before a picture has come. */
export function Pictures({ pictures, language }: PicturesProps) {
  return pictures.length === 0 ? null : (
    <div class="pictures" lang={language ?? undefined}>
      {pictures.map(({ url, description, width, height }) => (
        <img src={url} alt={description} width={width} height={height} loading="lazy" />
      ))}
    </div>
  );
}
