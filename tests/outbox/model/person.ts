import type { Audience } from '@/utils/community/connector';

/** One text as the person knows it. */
export interface Known {
  /** Of the draft and of the entry that it became. */
  readonly id: string;
  reference: string;
  /** What stands in it now. */
  did: string;
  /** The account that it was sent as; null while nobody was connected, undefined while it is a draft. */
  account: string | null | undefined;
  audience: Audience;
  /** What it was added to. */
  readonly answers: string | null;
  readonly corrects: string | null;
}

/** What a person did and was promised: the other side of every invariant. */
export class Person {
  /** Everything that was written and not thrown away. */
  readonly texts = new Map<string, Known>();
  /** Deleted, and perhaps not for good. */
  readonly discarded = new Map<string, Known>();
  /** Every text that a Send let go, by what it says, and as whom it may arrive (null: whoever is first). */
  readonly sent = new Map<string, string | null>();
  /** Taken back or thrown away before any try can have arrived: these never leave. */
  readonly recalled = new Set<string>();
  /** Which text answers which, by reference. */
  readonly parents = new Map<string, string>();
  account = 'ann';
  private count = 0;

  nextDid(): string {
    this.count += 1;
    return `Zo nummer ${this.count} van mij.`;
  }

  /** The n-th of what there is, going round; undefined where there is nothing. */
  pick(n: number, fits: (known: Known) => boolean = () => true): Known | undefined {
    const all = [...this.texts.values()].filter(fits);
    return all[n % Math.max(1, all.length)];
  }
}
