/**
 * IndexedDB where a database that a newer version of ours wrote stays shut, with a VersionError. Dexie would open it
 * without naming a version, and write rows into it that the newer version does not know.
 */
export function refusingNewer(factory: IDBFactory, version: number): IDBFactory {
  return {
    // Dexie's versions are tenths of IndexedDB's.
    open: (name, wanted = version * 10) => factory.open(name, wanted),
    deleteDatabase: (name) => factory.deleteDatabase(name),
    cmp: (one, other) => factory.cmp(one, other),
    databases: () => factory.databases(),
  };
}
