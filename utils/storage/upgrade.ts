import { type PastActivity, PastActivitySchema } from '@/utils/prompting/history';

/** What version 2 added to rows of version 1, in the database and in a file. */
export const ADDED_IN_2 = {
  drafts: { corrects: null },
  entries: { corrects: null },
  receipts: { corrects: null, withdrawnAt: null },
  settings: { retentionDays: null },
} as const;

/** What version 3 added to rows of version 2. */
export const ADDED_IN_3 = {
  sites: { chosen: false, tries: false },
} as const;

/** What version 4 added to rows of version 3. Until then only entries were put aside. */
export const ADDED_IN_4 = {
  drafts: { answers: null },
  entries: { answers: null },
  quarantine: { table: 'entries', seen: 0 },
} as const;

/** What version 5 added to rows of version 4. */
export const ADDED_IN_5 = {
  prompts: { batch: [] },
  settings: { asking: null, perWeek: 2, sensitive: [], forgotten: [] },
} as const;

type Row = Record<string, unknown>;

interface Rows {
  toCollection(): { modify(change: (row: Row) => void): PromiseLike<number> };
  bulkPut(rows: readonly unknown[]): PromiseLike<unknown>;
}

/** Brings the rows of a database of version 1 to version 2, inside its upgrade. */
export async function upgradeTo2(table: (name: string) => Rows): Promise<void> {
  await add(table, ADDED_IN_2);
  await table('communities')
    .toCollection()
    // Only a server of our own keeps keys, and it edits; any other says so at the next sign-in.
    .modify(
      (row) =>
        void Object.assign(row, {
          canEdit: row.keepsKeys === true,
          canRemove: true,
          places: row.keepsKeys === true ? [] : null,
        }),
    );
}

/** Brings the rows of a database of version 2 to version 3, inside its upgrade. */
export async function upgradeTo3(table: (name: string) => Rows): Promise<void> {
  await add(table, ADDED_IN_3);
}

/** Brings the rows of a database of version 3 to version 4, inside its upgrade. */
export async function upgradeTo4(table: (name: string) => Rows): Promise<void> {
  await add(table, ADDED_IN_4);
}

/**
 * Brings the rows of a database of version 4 to version 5, inside its upgrade: what came of an activity is remembered
 * apart from its title and its link.
 */
export async function upgradeTo5(table: (name: string) => Rows): Promise<void> {
  await add(table, ADDED_IN_5);
  const history: PastActivity[] = [];
  await table('prompts')
    .toCollection()
    .modify((row) => {
      const past = PastActivitySchema.safeParse(pastOf(row));
      if (past.success) history.push(past.data);
      delete row.shownAt;
      delete row.answeredAt;
    });
  await table('history').bulkPut(history);
}

function pastOf({ activity, reason, shownAt, answer, answeredAt }: Row): unknown {
  if (typeof activity !== 'object' || activity === null) return null;
  const { id, site, verb, system, count, at } = activity as Row;
  return { id, site, verb, system, count, at, reason, shownAt, answer, answeredAt };
}

// Nothing here may look into a row: one that is odd would keep all others from coming along.
async function add(table: (name: string) => Rows, fields: Readonly<Record<string, object>>): Promise<void> {
  for (const [name, added] of Object.entries(fields)) {
    await table(name)
      .toCollection()
      .modify((row) => void Object.assign(row, added));
  }
}
