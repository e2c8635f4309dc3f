/** The code of a database error, such as `SQLITE_CONSTRAINT_PRIMARYKEY`; empty for anything else. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Whether a row was refused because its key stands already, in SQLite's words or PostgreSQL's. */
export function isDuplicate(error: unknown): boolean {
  return ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505'].includes(codeOf(error));
}

/**
 * Whether the database asks to try the whole transaction again: another one crossed it (PostgreSQL's 40001, 40P01), or a
 * migration changed a table since one of its questions was read (0A000).
 */
export function isCrossed(error: unknown): boolean {
  return ['40001', '40P01', '0A000'].includes(codeOf(error));
}
