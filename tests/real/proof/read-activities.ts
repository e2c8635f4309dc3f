import type { Activity } from '@/utils/activity/activity';

/** A file of the package: in its tab what we keep can be read, and no script of ours runs. */
export const SILENT_PAGE = 'icon/16.png';

/** Runs in the silent page, self-contained: every activity that was decided about, in the order of time. */
export async function readActivities(): Promise<Activity[]> {
  const database = await new Promise<IDBDatabase>((settle, fail) => {
    const request = indexedDB.open('deelgenoot');
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
  });
  const rows = await new Promise<{ activity: Activity; createdAt: number }[]>((settle, fail) => {
    const request = database.transaction('prompts').objectStore('prompts').getAll();
    request.onsuccess = () => settle(request.result);
    request.onerror = () => fail(request.error);
  });
  database.close();
  return rows.sort((one, other) => one.createdAt - other.createdAt).map(({ activity }) => activity);
}
