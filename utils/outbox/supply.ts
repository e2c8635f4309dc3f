import type { Claimed } from './claim';
import { SENDING_AT_ONCE } from './times';

/** The next claim begins while this many are left of the last: it is there before they have gone. */
const FEW = 2 * SENDING_AT_ONCE;

/** Claimed entries of one community, in order; the next ones are claimed while the last of these leave. */
export class Supply {
  private ready: Claimed[] = [];
  private claiming: Promise<void> | null = null;
  private isDry = false;

  constructor(private readonly claim: () => Promise<readonly Claimed[]>) {}

  /** The next one, if it is here already. */
  take(): Claimed | undefined {
    const taken = this.ready.shift();
    if (this.ready.length < FEW && !this.isDry) this.refill().catch(() => undefined); // `more` meets it again
    return taken;
  }

  /** Waits until there is one to take; false where nothing is due. */
  async more(): Promise<boolean> {
    while (this.ready.length === 0 && !this.isDry) await this.refill();
    return this.ready.length > 0;
  }

  /** Something may have become due since a claim came back empty. */
  lookAgain(): void {
    this.isDry = false;
  }

  /** What was claimed and not taken; nothing is claimed any more. */
  async end(): Promise<readonly Claimed[]> {
    this.isDry = true;
    await this.claiming?.catch(() => undefined); // a disk that refused this refuses what comes next, and that is told
    return this.ready.splice(0);
  }

  private refill(): Promise<void> {
    this.claiming ??= this.claim()
      .then((claimed) => {
        this.ready.push(...claimed);
        this.isDry ||= claimed.length === 0;
      })
      .finally(() => {
        this.claiming = null;
      });
    return this.claiming;
  }
}
