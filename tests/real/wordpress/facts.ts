import type { RealWordpress } from '../wordpress';

/** What the site's own database says: a person's page could show it and be wrong. */
export interface Facts {
  /** The id of the newest thing with this title; 0 where there is none. */
  idOf(title: string): number;
  statusOf(id: number): string | undefined;
  titleOf(id: number): string | undefined;
  hasText(id: number, text: string): boolean;
  /** The names of tags and categories that a post has. */
  termsOf(id: number): string[];
  commentStatus(id: number): string | undefined;
  option(name: string): string | undefined;
  /** How many autosaves of a post hold this text. */
  autosavesWith(id: number, text: string): number;
  count(sql: string): number;
  /** Whether this person has a session. */
  isSignedIn(name: string): boolean;
  /** What changes when anything that is written, a file or a version too, changes. */
  fingerprint(): string;
}

export function factsOf({ rows }: RealWordpress): Facts {
  const value = (sql: string): string | undefined => rows(sql)[0]?.[0];
  const post = (id: number, column: string) => value(`SELECT ${column} FROM wp_posts WHERE ID = ${id}`);
  const count = (sql: string) => Number(value(`SELECT COUNT(*) FROM ${sql}`));
  return {
    idOf: (title) =>
      Number(
        value(`SELECT MAX(ID) FROM wp_posts WHERE post_title = '${title}' AND post_type <> 'revision'`),
      ) || 0,
    statusOf: (id) => post(id, 'post_status'),
    titleOf: (id) => post(id, 'post_title'),
    hasText: (id, text) => count(`wp_posts WHERE ID = ${id} AND post_content LIKE '%${text}%'`) === 1,
    termsOf: (id) =>
      rows(
        `SELECT t.name FROM wp_terms t JOIN wp_term_taxonomy x USING (term_id)
         JOIN wp_term_relationships r USING (term_taxonomy_id) WHERE r.object_id = ${id}`,
      ).flat(),
    commentStatus: (id) => value(`SELECT comment_approved FROM wp_comments WHERE comment_ID = ${id}`),
    option: (name) => value(`SELECT option_value FROM wp_options WHERE option_name = '${name}'`),
    autosavesWith: (id, text) =>
      count(
        `wp_posts WHERE post_parent = ${id} AND post_name LIKE '%autosave%' AND post_content LIKE '%${text}%'`,
      ),
    count,
    isSignedIn: (name) =>
      count(
        `wp_usermeta JOIN wp_users ON user_id = ID
         WHERE user_login = '${name}' AND meta_key = 'session_tokens' AND meta_value LIKE '%expiration%'`,
      ) === 1,
    fingerprint: () => rows('CHECKSUM TABLE wp_posts, wp_comments, wp_term_relationships').join(),
  };
}
