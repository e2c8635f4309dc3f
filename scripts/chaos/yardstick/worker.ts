import type { browser as Browser } from '@wxt-dev/browser';
import { Queue } from 'workbox-background-sync';
import '../in-worker';

declare const chrome: typeof Browser;

/** A post for the queue, as a person's page would give it. */
export interface QueuedPost {
  readonly name: 'draft:send';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// As its documentation says; an extension has no sync event, so it replays whenever its worker starts, and when told.
const queue = new Queue('posts', { forceSyncFallback: true });

chrome.runtime.onMessage.addListener(
  (message: QueuedPost | { readonly name: 'delivery:run' }, _sender, respond) => {
    if (message.name === 'draft:send') {
      const { url, headers, body } = message;
      const request = new Request(url, { method: 'POST', headers, body });
      void queue.pushRequest({ request }).then(() => {
        respond(true);
        return queue.replayRequests().catch(() => undefined); // it puts back what failed, and throws
      });
      return true;
    }
    if (message.name === 'delivery:run') void queue.replayRequests().catch(() => undefined);
    return false;
  },
);
