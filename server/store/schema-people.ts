export interface PeopleTables {
  /** An account with a row here is a place: people follow it to join, and mention it to post in it. */
  places: {
    community_id: string;
    account_id: string;
    about: string;
    /** 1: its members say who joins, and only they read what is posted in it. */
    locked: number;
    created_by: string | null;
    created_at: string;
  };
  follows: {
    community_id: string;
    account_id: string;
    target_id: string;
    id: string;
    state: 'accepted' | 'requested';
    reblogs: number;
    notify: number;
    created_at: string;
  };
  followed_tags: { community_id: string; account_id: string; tag: string; id: string; created_at: string };
}

export type NotificationType =
  | 'mention'
  | 'status'
  | 'reblog'
  | 'follow'
  | 'follow_request'
  | 'favourite'
  | 'update';

export interface ReadingTables {
  bookmarks: { community_id: string; account_id: string; status_id: string; id: string; created_at: string };
  notifications: {
    community_id: string;
    /** Whom it tells. */
    account_id: string;
    id: string;
    type: NotificationType;
    from_account_id: string;
    status_id: string | null;
    /** Where somebody asks to be let in; only in a `follow_request`. */
    place_id: string | null;
    created_at: string;
  };
  markers: {
    community_id: string;
    account_id: string;
    timeline: string;
    last_read_id: string;
    version: number;
    updated_at: string;
  };
  /** What every node tells its listeners; forgotten after some minutes. */
  events: {
    community_id: string;
    id: string;
    kind: 'posted' | 'edited' | 'deleted' | 'notified';
    /** Whom it concerns; null: whoever may read the post. */
    account_id: string | null;
    status_id: string | null;
    notification_id: string | null;
    created_at: string;
  };
}
