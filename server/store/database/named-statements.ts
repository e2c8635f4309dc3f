import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { codeOf } from '../error-code';

/** Some questions differ with the length of a list, and PostgreSQL forgets no name: beyond these none is given. */
const MOST_NAMED = 300;
/** The best way to the first of a list depends on what is looked for: that is thought out anew each time. */
const LIST = /\blimit\b/i;
/** A table has other columns than when the question was read: another node made a migration. */
const OUTDATED = '0A000';

/** A pool whose connections read a question once and know it by its name: that takes longer than most take to answer. */
export function namingStatements(pool: Pool): PostgresPool {
  const naming = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = naming.get(client) ?? new NamingClient(client);
      naming.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

class NamingClient implements PostgresPoolClient {
  /** By what they say; undefined: never again. */
  readonly #names = new Map<string, string | undefined>();

  constructor(private readonly client: PoolClient) {}

  release(destroy?: boolean): void {
    this.client.release(destroy);
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(asked: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('nothing here is read by a cursor');
    return this.#ask(asked, [...values]);
  }

  async #ask(text: string, values: unknown[]): Promise<unknown> {
    const name = values.length === 0 ? undefined : this.#nameOf(text);
    if (name === undefined) return this.client.query(text, values);
    try {
      return await this.client.query({ name, text, values });
    } catch (error) {
      if (codeOf(error) !== OUTDATED) throw error;
      this.#names.set(text, undefined);
      return this.client.query(text, values).catch(() => {
        throw error; // its transaction was lost with it: that one is done again
      });
    }
  }

  #nameOf(text: string): string | undefined {
    if (this.#names.has(text)) return this.#names.get(text);
    if (this.#names.size >= MOST_NAMED || LIST.test(text)) return undefined;
    const name = `n${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
