import * as z from 'zod/mini';
import { composer, row } from './row';

/** Four MiB in base64. */
const LONGEST = 5_600_000;

/** Pictures of a draft. A frame speaks of its own draft only. */
export const PICTURE_MESSAGES = {
  /** Puts a picture on disk; the draft names it with its next save. */
  'picture:add': row(
    composer,
    z.strictObject({ draftId: z.string(), base64: z.string().check(z.maxLength(LONGEST)) }),
  ),
  'picture:read': row(composer, z.strictObject({ draftId: z.string(), pictureId: z.string() })),
};

export interface PictureReplies {
  'picture:add': { readonly pictureId: string };
  /** An address that holds the picture itself. */
  'picture:read': { readonly dataUrl: string };
}
