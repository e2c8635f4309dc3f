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

/** What version 4 added to rows of version 3. */
export const ADDED_IN_4 = {
  drafts: { answers: null },
  entries: { answers: null },
} as const;

interface Rows {
  toCollection(): { modify(change: (row: Record<string, unknown>) => void): PromiseLike<number> };
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

async function add(table: (name: string) => Rows, fields: Readonly<Record<string, object>>): Promise<void> {
  for (const [name, added] of Object.entries(fields)) {
    await table(name)
      .toCollection()
      .modify((row) => void Object.assign(row, added));
  }
}
