import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Index } from '../../search/found-by';
import type { Query } from '../../search/query';
import type { Candidate } from '../../search/rank';
import type { Schema } from '../schema';

export type Selection = Expression<{ id: string }>;

export interface Asked {
  readonly communityId: string;
  readonly by: Index;
  readonly query: Query;
  /** What a row of `statuses` has to fulfil. */
  readonly fits: Expression<SqlBool>;
  /** Selections of ids that a post has to be in: cheaper than `fits`, where they leave out most of what is found. */
  readonly among: readonly Selection[];
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

/** The condition that a row of `statuses` fits and is in every selection. */
export function isAskedFor({ fits, among }: Pick<Asked, 'fits' | 'among'>): Expression<SqlBool> {
  const selected = among.map((selection) => sql`statuses.id in ${selection}`);
  return sql<SqlBool>`(${sql.join([...selected, fits], sql` and `)})`;
}
