/**
 * Asks the browser never to throw this away for want of room. Firefox agrees without asking anybody because of
 * `unlimitedStorage`, and only then keeps it; where there is nothing to ask (a service worker), the permission is all.
 */
export async function keepFromEviction(): Promise<void> {
  const storage: Partial<StorageManager> = navigator.storage;
  if ((await storage.persisted?.()) === false) await storage.persist?.();
}
