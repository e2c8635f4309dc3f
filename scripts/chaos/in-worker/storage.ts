import { checkpoint } from './checkpoint';
import { hasAnswered } from './network';
import { areOrdersKnown, ordered, orders } from './orders';

type Method = (this: object, ...args: unknown[]) => IDBRequest;

const READS = [
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'getAllRecords',
  'count',
  'openCursor',
  'openKeyCursor',
];
const WRITES = ['add', 'put', 'delete', 'clear'];
const CURSOR_WRITES = ['update', 'delete'];

/** Every request's answer and every commit becomes a checkpoint; a full disk refuses what is written. */
export function watchStorage(): void {
  for (const name of READS) {
    watch(IDBObjectStore.prototype, name, () => undefined);
    watch(IDBIndex.prototype, name, () => undefined);
  }
  for (const name of WRITES) watch(IDBObjectStore.prototype, name, refuseIfFull);
  for (const name of CURSOR_WRITES) watch(IDBCursor.prototype, name, refuseIfFull);
  watchCommits();
  holdOpening();
}

function watch(owner: object, name: string, before: () => void): void {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') return; // an older browser
  const watched: Method = function (...args) {
    before();
    const request = Reflect.apply(method, this, args) as IDBRequest;
    request.addEventListener('success', () => checkpoint(`${name} answered`));
    return request;
  };
  Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
}

function refuseIfFull(): void {
  const { diskFull } = orders();
  if (diskFull === 'now' || (diskFull === 'answered' && hasAnswered()))
    throw new DOMException('chaos: the disk is full', 'QuotaExceededError');
}

function watchCommits(): void {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const begun = transaction.apply(this, args);
    // The end of a reading changes nothing, and its answers have checkpoints of their own.
    if (begun.mode !== 'readonly') begun.addEventListener('complete', () => checkpoint('committed'));
    return begun;
  };
}

/** Nothing is read or written before the orders are known: the counts would not be the same twice. */
function holdOpening(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    const hold = (event: Event): void => {
      if (areOrdersKnown()) return;
      event.stopImmediatePropagation();
      void ordered.then(() => request.dispatchEvent(new Event('success')));
    };
    request.addEventListener('success', hold);
    return request;
  };
}
