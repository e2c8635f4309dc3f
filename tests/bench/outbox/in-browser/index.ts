import * as decision from './decision';
import * as enqueue from './enqueue';
import * as library from './library';
import * as messages from './messages';
import * as posts from './posts';

/** What the bench asks of its page inside the extension. */
const bench = { ...decision, ...enqueue, ...library, ...messages, ...posts };
export type InBrowser = typeof bench;

Object.assign(globalThis, { bench });
