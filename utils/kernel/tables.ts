/** What a domain keeps: Dexie's index notation by table name (primary key first). */
export type TableDeclaration = Readonly<Record<string, string>>;
