import type { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

/** From now on every try to open a database fails with this error, until `repair`. */
export function breakDisk(factory: IDBFactory, name = 'UnknownError'): { repair(): void; tries(): number } {
  const error = new DOMException('Internal error opening backing store', name);
  const open = vi.spyOn(factory, 'open').mockImplementation(() => {
    const request = { error, onerror: (_event: object) => undefined };
    const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined };
    setImmediate(() => request.onerror(event));
    return request as never;
  });
  return { repair: () => open.mockRestore(), tries: () => open.mock.calls.length };
}
