import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Writing } from '@/components/sharing/writing';
import { fail } from '@/utils/kernel/result';
import type { MessageName } from '@/utils/messaging/contract';
import type { DraftView } from '@/utils/messaging/views';
import type { Draft } from '@/utils/outbox/entry';
import { aBackground, popup } from '../../support/background-world';
import { must } from '../../support/outbox-world';

/** A clock of one's own: what was planned runs when the time is moved. */
class Timers {
  now = 0;
  private planned: { at: number; action: () => void }[] = [];

  readonly after = (ms: number, action: () => void): (() => void) => {
    const plan = { at: this.now + ms, action };
    this.planned.push(plan);
    return () => {
      this.planned = this.planned.filter((each) => each !== plan);
    };
  };

  pass(ms: number): void {
    this.now += ms;
    const due = this.planned.filter(({ at }) => at <= this.now);
    this.planned = this.planned.filter(({ at }) => at > this.now);
    for (const { action } of due) action();
  }
}

type World = ReturnType<typeof aBackground>;

/** One window on a draft. Its questions arrive in order, when `deliver` says so; its answers can get lost. */
class Window {
  private waiting: (() => Promise<void>)[] = [];
  private losing = false;
  private gone = false;

  get isGone(): boolean {
    return this.gone;
  }

  writing: Writing;

  constructor(
    private readonly world: World,
    private readonly timers: Timers,
    view: DraftView,
  ) {
    this.writing = this.show(view);
  }

  private show(view: DraftView): Writing {
    return new Writing(view, {
      ask: this.ask as never,
      now: () => this.timers.now,
      after: this.timers.after,
    });
  }

  private readonly ask = (name: MessageName, request: unknown): Promise<unknown> =>
    new Promise((settle) => {
      this.waiting.push(async () => {
        const answer = await this.world.ask(name, request, popup);
        if (this.gone) return;
        settle(this.losing ? fail({ code: 'extension-reloaded' }) : answer);
        this.losing = false;
      });
    });

  loseNextAnswer(): void {
    this.losing = true;
  }

  type(token: string): void {
    this.writing.change({ did: `${this.writing.read().practice.did} ${token}` });
  }

  close(): void {
    this.writing.leave();
    this.gone = true;
  }

  /** Has one question arrive; true while there are more. */
  async deliver(): Promise<boolean> {
    await this.waiting.shift()?.();
    await new Promise((resume) => setImmediate(resume));
    return this.waiting.length > 0;
  }

  /** Goes on with what the other window wrote, as the composer does. */
  async takeOther(): Promise<void> {
    const { apart, saving } = this.writing.read();
    if (this.gone || apart === null || apart.text === null || saving !== 'saved') return;
    const opened = await this.world.ask<'draft:open'>('draft:open', { draftId: apart.from }, popup);
    if (opened.ok) this.writing = this.show(opened.value);
  }
}

const window = fc.constantFrom(0, 1);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('type' as const), window }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('deliver' as const), window }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 2_500 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom('leave', 'lose', 'close', 'take', 'refresh'), window }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'send' as const, window: 0 }) },
);

function texts(rows: readonly Pick<Draft, 'practice'>[]): string[] {
  return rows.map(({ practice }) => practice.did);
}

test('whatever two windows do with one draft, every word that was typed is still somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = aBackground();
      const timers = new Timers();
      const draftId = await begin(world);
      const open = async () => must(await world.ask<'draft:open'>('draft:open', { draftId }, popup));
      const windows = [new Window(world, timers, await open()), new Window(world, timers, await open())];
      const typed: string[] = [];
      const settleAll = async (): Promise<void> => {
        for (let round = 0; round < 200; round += 1) {
          timers.pass(2_500);
          const busy = [];
          for (const each of windows) busy.push(await each.deliver());
          if (!busy.includes(true) && round > 20) return;
        }
      };
      for (const each of steps) {
        if (each.what === 'pass') {
          timers.pass(each.ms);
          continue;
        }
        const one = windows[each.window];
        if (one === undefined) continue;
        if (each.what === 'type' && !one.isGone) {
          const token = `w${typed.length}.`;
          typed.push(token);
          one.type(token);
        }
        if (each.what === 'deliver') await one.deliver();
        if (each.what === 'leave') one.writing.leave();
        if (each.what === 'lose') one.loseNextAnswer();
        if (each.what === 'close') one.close();
        if (each.what === 'take') await one.takeOther();
        if (each.what === 'refresh') void one.writing.refresh();
        if (each.what === 'send') await sendFrom(world, one);
      }
      await settleAll();
      const kept = [...texts(await world.db.drafts.toArray()), ...texts(await world.db.entries.toArray())];
      const lost = typed.filter((token) => !kept.some((text) => text.includes(` ${token}`)));
      expect(lost).toEqual([]);
      world.db.close();
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Sends what is on disk of the draft that a window shows. */
async function sendFrom({ ask }: World, { writing }: Window): Promise<void> {
  const { draftId } = writing.read();
  const opened = await ask<'draft:open'>('draft:open', { draftId }, popup);
  if (!opened.ok) return;
  const { draft, preview } = opened.value;
  const where = { communityId: null, placeId: null, audience: 'members' };
  await ask('draft:send', { draftId, revision: draft.revision, text: preview.text, ...where }, popup);
}

/** A draft that could be sent. */
async function begin({ ask }: World): Promise<string> {
  const { draftId } = must(await ask<'draft:new'>('draft:new', {}, popup));
  const { draft } = must(await ask<'draft:open'>('draft:open', { draftId }, popup));
  const practice = { ...draft.practice, title: 'Titel', did: 'Begin' };
  const save = { draftId, revision: 0, practice, communityId: null, unanswered: [], spareId: 'spare' };
  must(await ask<'draft:save'>('draft:save', save, popup));
  return draftId;
}
