import { watchNetwork } from './network';
import { bendTime, obey, watchRest } from './rest';
import { watchStorage } from './storage';

// Around what the browser gives to the worker, not inside what we wrote: the code that is tried is the code that is shipped.
// The build itself loads this once, outside any browser.
if ('IDBObjectStore' in globalThis) {
  watchStorage();
  watchNetwork();
  watchRest();
  bendTime();
  obey();
}
