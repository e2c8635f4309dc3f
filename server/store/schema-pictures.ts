import type { PictureType } from '../pictures/bytes';

export interface PictureTables {
  pictures: {
    community_id: string;
    id: string;
    account_id: string;
    /** The post that shows it, or showed it before it was edited; null while none does. */
    status_id: string | null;
    /** What passes to its file are made from. */
    secret: string;
    type: PictureType;
    width: number;
    height: number;
    /** What it shows, for whoever does not see it. */
    description: string;
    created_at: string;
  };
  /** Its bytes: in parts, so that no row is larger than others of ours, in a backup too. */
  picture_parts: { community_id: string; picture_id: string; part: number; base64: string };
}
