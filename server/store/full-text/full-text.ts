import type { Expression, Kysely, SqlBool } from 'kysely';
import type { Index } from '../../search/found-by';
import type { Query } from '../../search/query';
import type { Candidate } from '../../search/rank';
import type { Schema } from '../schema';

export interface Asked {
  readonly communityId: string;
  readonly by: Index;
  readonly query: Query;
  /** What a row of `statuses` has to fulfil. */
  readonly fits: Expression<SqlBool>;
  readonly most: number;
}

/** What each database does in its own way: the indexes over `search_texts`. */
export interface FullText {
  create(db: Kysely<Schema>): Promise<void>;
  /** Takes the indexes away. */
  drop(db: Kysely<Schema>): Promise<void>;
  /** The texts of these posts are new or other ones; in the transaction in which they were written. */
  written(trx: Kysely<Schema>, communityId: string, statusIds: readonly string[]): Promise<void>;
  /** The text of this post was taken away. */
  removed(trx: Kysely<Schema>, communityId: string, statusId: string): Promise<void>;
  /** The newest posts that fit and that the index finds, newest first. */
  newest(db: Kysely<Schema>, asked: Asked): Promise<Candidate[]>;
}
