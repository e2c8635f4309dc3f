/** A database that is never there for longer than a moment. */
const PASSING = 'deelgenoot-passing';

/**
 * Has Chromium write what it keeps into a table and begin a new log. Where the last record of a log was cut short (a
 * full disk, a killed browser, a power cut), Chromium goes on writing behind it, and at its next start takes that for
 * damage and throws away everything. To delete a database, even an empty one, is the one thing that ends a log.
 * Rejects where the disk refuses.
 */
export async function beginNewLog(factory: IDBFactory = indexedDB): Promise<void> {
  const passing = await settled(factory.open(PASSING, 1));
  passing.close();
  await settled(factory.deleteDatabase(PASSING));
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
