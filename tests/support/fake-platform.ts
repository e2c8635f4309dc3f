import type { Failure, FoundPost, Operation, OperationValues, Perform } from '@/utils/community/connector';
import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';

/** What stands on a page, and which of its versions that is. */
interface Page {
  readonly id: string;
  text: string;
  version: number;
  readonly at: number;
  readonly placeId: string | null;
  /** A moderator has not let it through. */
  isHeld: boolean;
  /** Nor the last change of it. */
  isChangeHeld?: boolean;
}

type Asked<Verb extends Operation['verb']> = Extract<Operation, { verb: Verb }>;

/** A platform whose pages have versions, and whose moderators may hold what comes, as the outbox meets it: past HTTP. */
export class FakePlatform {
  readonly pages: Page[] = [];
  readonly asked: Operation[] = [];
  /** Moderators hold what comes. */
  holds = false;
  /** The next send is stored and its answer lost. */
  losesAnswer = false;
  /** How every look fails. */
  lookFails: Failure | null = null;

  constructor(private readonly clock: Clock) {}

  readonly perform: Perform = (async (_community, operation: Operation) => {
    this.asked.push(operation);
    if (operation.verb === 'find') return this.find(operation);
    if (operation.verb !== 'send') throw new Error(`Nobody asks for ${operation.verb}`);
    const sent = operation.edits === undefined ? this.make(operation) : this.edit(operation);
    if (!this.losesAnswer) return sent;
    this.losesAnswer = false;
    return fail<Failure>({ kind: 'retry', applied: 'unknown', answered: false });
  }) as Perform;

  /** The operations of one kind, in order. */
  ask<Verb extends Operation['verb']>(verb: Verb): readonly Asked<Verb>[] {
    return this.asked.filter((operation): operation is Asked<Verb> => operation.verb === verb);
  }

  private make({ text, placeId }: Asked<'send'>): Result<OperationValues['send'], Failure> {
    const [id, at] = [`p${this.pages.length}`, this.clock()];
    this.pages.push({ id, text, version: 1, at, placeId, isHeld: this.holds });
    return succeed({ ref: { id, url: `https://wiki.example/${id}`, version: '1' }, held: this.holds });
  }

  private edit({ edits, text, basedOn }: Asked<'send'>): Result<OperationValues['send'], Failure> {
    const page = this.pages.find(({ id }) => id === edits);
    if (page === undefined) return fail({ kind: 'gone' });
    if (String(page.version) !== basedOn) return fail({ kind: 'conflict', version: String(page.version) });
    Object.assign(page, { text, version: page.version + 1 });
    return succeed({ ref: refOf(page), held: false });
  }

  private find({ marker, since }: Asked<'find'>): Result<OperationValues['find'], Failure> {
    if (this.lookFails !== null) return fail(this.lookFails);
    const there = this.pages.filter(
      ({ text, at, isHeld }) => text.includes(marker) && at >= since && !isHeld,
    );
    return succeed({ posts: there.map(postOf), cursor: null });
  }
}

function refOf({ id, version }: Page) {
  return { id, url: `https://wiki.example/${id}`, version: String(version) };
}

function postOf(page: Page): FoundPost {
  const nobody = { authorId: '1', authorName: 'Ann', answersId: null, thanks: 0, replies: 0, thanked: false };
  const waits = page.isChangeHeld === true ? ({ heldChange: true } as const) : {};
  return { ...refOf(page), ...nobody, ...waits, text: page.text, at: page.at };
}
