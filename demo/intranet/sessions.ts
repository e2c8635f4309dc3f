import { type Clock, MINUTE_MS } from '@/utils/kernel/clock';
import { newSecret } from '@/utils/kernel/ids';

const IDLE_MS = 60 * MINUTE_MS;

/** What the next page says once, after a redirect: a key of `intranet.done` with the title that it names. */
export interface Flash {
  readonly done: 'saved' | 'published' | 'moved' | 'deleted' | 'uploaded' | 'mishap';
  readonly title: string;
}

/** What a visitor can let go wrong with the next change. */
export const MISHAPS = ['expired', 'conflict', 'error'] as const;
export type Mishap = (typeof MISHAPS)[number];

export interface Session {
  readonly token: string;
  readonly personId: string;
  usedAt: number;
  flash: Flash | null;
  mishap: Mishap | null;
}

/** Who is signed in, in memory: a restart signs everybody out, as an hour without a request does. */
export class Sessions {
  readonly #open = new Map<string, Session>();

  constructor(private readonly clock: Clock) {}

  start(personId: string): Session {
    const session = { token: newSecret(), personId, usedAt: this.clock(), flash: null, mishap: null };
    this.#open.set(session.token, session);
    return session;
  }

  /** The session of a cookie, or undefined where it has ended. */
  find(token: string | undefined): Session | undefined {
    const session = token === undefined ? undefined : this.#open.get(token);
    if (session === undefined) return undefined;
    if (this.clock() - session.usedAt > IDLE_MS) {
      this.#open.delete(session.token);
      return undefined;
    }
    session.usedAt = this.clock();
    return session;
  }

  end(token: string): void {
    this.#open.delete(token);
  }
}

/** Takes what is to be said once. */
export function takeFlash(session: Session): Flash | null {
  const { flash } = session;
  session.flash = null;
  return flash;
}

/** Takes the mishap that was asked for, where it is this one. */
export function takeMishap(session: Session, mishap: Mishap): boolean {
  if (session.mishap !== mishap) return false;
  session.mishap = null;
  return true;
}
