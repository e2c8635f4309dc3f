import type { Perform } from '@/utils/community/connector';
import { createHttp, type Http } from '@/utils/community/http';
import { createNotedHttp, type Note, type NotedHttp, type NoteWithin } from '@/utils/community/noted-http';
import { noteWithin } from '@/utils/community/rate-limit';
import { createPerform } from '@/utils/community/store';
import type { Clock } from '@/utils/kernel/clock';
import { sentRequest } from '@/utils/privacy/ledger-row';
import type { Database } from '@/utils/storage/database';

/** The ways in which something of ours leaves this machine; all of them are in the ledger. */
export interface Network {
  /** Notes what is about to leave by another way than these: strictly, so that it is on disk before. */
  readonly note: Note;
  /** Sends what is noted. */
  readonly http: NotedHttp;
  /** Has a connected community do something. */
  readonly perform: Perform;
}

/** The network with its ledger; a test may bring another. */
export function createNetwork(db: Database, clock: Clock, send: Http = createHttp()): Network {
  const within: NoteWithin = (url, purpose, limits) =>
    noteWithin(db, sentRequest(url, purpose, clock()), limits);
  const note: Note = async (url, purpose) => void (await within(url, purpose, undefined));
  const http = createNotedHttp(send, within);
  return { note, http, perform: createPerform(db, http, clock) };
}
