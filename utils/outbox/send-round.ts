import type { Community } from '@/utils/community/community';
import type { Failure } from '@/utils/community/connector';
import { sentRequest } from '@/utils/privacy/ledger-row';
import { attachPictures, mustAttach } from './attach';
import type { Change } from './changes';
import { type Claimed, markSending } from './claim';
import { basedOn, type Conflict, lookAtConflict, outcomeOfConflict } from './conflict';
import type { Entry } from './entry';
import { findPost } from './find-post';
import { foundThere } from './found-there';
import { operationOf } from './operation';
import { type Circumstances, outcomeOfLook, outcomeOfSend } from './outcome';
import { arrived, became, sha256 } from './receipt';
import { mayRepeat } from './repeat';
import type { SendingPorts } from './sending-ports';
import type { Supply } from './supply';
import { Tally } from './tally';
import { SENDING_AT_ONCE } from './times';

/** Requests to one community, up to four at a time, until something fails, nothing is due or `most` were taken. */
export async function sendRound(
  ports: SendingPorts,
  community: Community,
  supply: Supply,
  most: number,
): Promise<Tally> {
  const round = new Round(ports, community, supply, new Tally(most));
  const lanes = Array.from({ length: Math.min(most, SENDING_AT_ONCE) }, () => round.runLane());
  const ended = await Promise.allSettled(lanes);
  const written = await Promise.allSettled(round.writes);
  for (const one of [...ended, ...written]) if (one.status === 'rejected') throw one.reason;
  return round.tally;
}

class Round {
  /** What was given to the journal and is not waited for. */
  readonly writes: Promise<unknown>[] = [];

  constructor(
    private readonly ports: SendingPorts,
    private readonly community: Community,
    private readonly supply: Supply,
    readonly tally: Tally,
  ) {}

  /**
   * One request after the other. What came of one and the mark of the next are given to the journal in the same turn, so
   * that they are one write: never are more than four `sending`, and each is so before its request.
   */
  async runLane(): Promise<void> {
    try {
      let next = await this.takeSoon();
      while (next !== undefined) {
        const sending = await this.begin(next.entry);
        if (sending !== null) this.write(await this.send(sending));
        next = this.take() ?? (await this.takeSoon());
      }
    } catch (error) {
      this.tally.stop();
      throw error;
    }
  }

  private take(): Claimed | undefined {
    if (!this.tally.goesOn) return undefined;
    const taken = this.supply.take();
    if (taken !== undefined) this.tally.taken += 1;
    return taken;
  }

  private async takeSoon(): Promise<Claimed | undefined> {
    while (this.tally.goesOn && (await this.supply.more())) {
      const taken = this.take();
      if (taken !== undefined) return taken;
    }
    return undefined;
  }

  /** Marks an entry as sending, if it is still ours; of one that may be there already it first looks for the post. */
  private begin(entry: Entry): Promise<Entry | null> {
    const mustLook = entry.state === 'uncertain' && !mayRepeat(entry, this.community);
    return mustLook ? this.look(entry) : this.mark(entry);
  }

  private mark(entry: Entry): Promise<Entry | null> {
    return mustAttach(entry, this.ports.clock()) ? this.attachAndMark(entry) : this.markNow(entry);
  }

  private markNow(entry: Entry): Promise<Entry | null> {
    const { clock, times, journal } = this.ports;
    const purpose = entry.corrects === null ? 'send' : 'correct';
    const request = sentRequest(this.community.origin, purpose, clock());
    const noted = this.isNotedWithMark ? { request } : {};
    return journal.make({ ...markSending(entry, clock(), times), ...noted });
  }

  /** Where a limit holds, a request is noted when it is known to stay inside it. */
  private get isNotedWithMark(): boolean {
    return this.community.rateLimit === undefined;
  }

  private async attachAndMark(entry: Entry): Promise<Entry | null> {
    const ready = await attachPictures(this.ports, this.community, entry, {
      tally: this.tally,
      circumstances: () => this.circumstances(),
    });
    return ready === null ? null : this.markNow(ready);
  }

  private async look(entry: Entry): Promise<Entry | null> {
    const note = this.tally.begin();
    const [found, hash] = await Promise.all([this.find(entry), sha256(entry.text)]);
    if (!found.ok) {
      note({ delivered: false, failure: found.error });
      this.write(became(entry, outcomeOfLook(entry, found.error, this.circumstances())));
      return null;
    }
    if (found.value === null) return this.mark(entry);
    note({ delivered: true });
    this.write(foundThere(entry, found.value, hash, this.ports.clock()));
    return null;
  }

  /** Sends it and gives what there is to write then. */
  private async send(entry: Entry): Promise<Change> {
    const { clock, perform } = this.ports;
    const base = entry.corrects === null ? undefined : await basedOn(this.ports, entry);
    const note = this.tally.begin();
    const [answer, hash] = await Promise.all([
      perform<'send'>(this.community, operationOf(entry, base), { noted: this.isNotedWithMark }),
      sha256(entry.text),
    ]);
    const { entry: after, ref } = outcomeOfSend(entry, answer, this.circumstances());
    if (!answer.ok && answer.error.kind === 'conflict')
      return this.conflict(entry, { after, met: answer.error }, hash, note);
    if (!answer.ok && this.isInDoubt(entry, after)) return this.resolve(entry, after, answer.error, note);
    const allowance = answer.ok ? answer.value.allowance : undefined;
    const isDelivered = after.state === 'delivered' && ref !== null;
    note(
      answer.ok || isDelivered
        ? { delivered: true, ...(allowance === undefined ? {} : { allowance }) }
        : { delivered: false, failure: answer.error },
    );
    return isDelivered ? arrived(after, ref, hash, clock()) : became(entry, after);
  }

  /**
   * A refusal after a try whose answer was lost, where nobody looked in between: something on the way may have refused
   * what is there already. Its text may only be changed once we know.
   */
  private isInDoubt(entry: Entry, after: Entry): boolean {
    const wasLost = entry.firstTriedAt !== entry.lastTriedAt && entry.corrects === null;
    return this.community.keepsKeys && wasLost && after.state === 'parked' && after.firstTriedAt === null;
  }

  private async resolve(
    entry: Entry,
    after: Entry,
    refusal: Failure,
    note: ReturnType<Tally['begin']>,
  ): Promise<Change> {
    const [found, hash] = await Promise.all([this.find(entry), sha256(entry.text)]);
    const isThere = found.ok && found.value !== null;
    note(isThere ? { delivered: true } : { delivered: false, failure: found.ok ? refusal : found.error });
    if (!found.ok) return became(entry, outcomeOfLook(entry, found.error, this.circumstances()));
    if (found.value === null) return became(entry, after);
    return foundThere(entry, found.value, hash, this.ports.clock());
  }

  private async conflict(
    entry: Entry,
    { after, met }: { readonly after: Entry; readonly met: Conflict },
    hash: string,
    note: ReturnType<Tally['begin']>,
  ): Promise<Change> {
    const found = await lookAtConflict(this.ports, this.community, entry);
    const next = outcomeOfConflict(entry, after, { found, met }, this.circumstances());
    const post = next.state === 'delivered' && found.ok ? found.value : null;
    note(post === null ? { delivered: false, failure: found.ok ? met : found.error } : { delivered: true });
    return post === null ? became(entry, next) : arrived(next, post, hash, this.ports.clock());
  }

  private find(entry: Entry): ReturnType<typeof findPost> {
    const { clock, perform } = this.ports;
    return findPost(perform, this.community, entry, clock());
  }

  private write(change: Change): void {
    const written = this.ports.journal.make(change);
    written.catch(() => this.tally.stop());
    this.writes.push(written);
  }

  private circumstances(): Circumstances {
    const { clock, random, times } = this.ports;
    return { now: clock(), random, keepsKeys: this.community.keepsKeys, settleMs: times.settleMs };
  }
}
