import type { browser as Extension } from '@wxt-dev/browser';
import type { Page } from 'playwright-core';
import type { Result } from '@/utils/kernel/result';
import type { MessageName, Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import type { Practice } from '@/utils/practice/practice';
import type { Orders } from '../in-worker/orders';

/** Nothing came back: the worker or the page that asked was killed. */
export const UNANSWERED: Problem = { code: 'extension-reloaded' };

/** A post as its writer knows it. */
export interface Written {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly communityId: string;
  /** On whose behalf. */
  readonly accountId: string;
  /** Send was answered with "saved". */
  acknowledged: boolean;
}

/** What a person does, by the messages that the extension's own pages send. */
export class Person {
  constructor(readonly page: () => Promise<Page>) {}

  async ask<Name extends MessageName>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Result<Replies[Name], Problem>> {
    const answer = await this.#say({ name, request });
    return (answer ?? { ok: false, error: UNANSWERED }) as Result<Replies[Name], Problem>;
  }

  /** Orders to the worker that runs; the checkpoints that it passed. */
  async tellWorker(chaos: Orders | null): Promise<readonly string[]> {
    return ((await this.#say({ chaos })) ?? []) as readonly string[];
  }

  /** Signs in with a token; the community's id and the account's. */
  async signIn(
    address: string,
    token: string,
  ): Promise<{ readonly communityId: string; readonly accountId: string }> {
    const wanted = { address, scope: 'own', way: 'token', secret: token } as const;
    const signedIn = await this.ask('community:sign-in', wanted);
    if (!signedIn.ok) throw new Error(`signing in: ${signedIn.error.code}`);
    if (signedIn.value.state !== 'connected') throw new Error('signing in waits for somebody');
    const { id } = signedIn.value.community;
    return { communityId: id, accountId: id.split('/').at(-1) ?? '' };
  }

  /** Writes a practice: on disk, not sent. */
  async write(practice: Practice, at: { communityId: string; accountId: string }): Promise<Written> {
    const begun = await this.ask('draft:new', {});
    if (!begun.ok) throw new Error(`beginning a draft: ${begun.error.code}`);
    const { draftId } = begun.value;
    const change = { draftId, revision: 0, practice, communityId: at.communityId };
    const saved = await this.ask('draft:save', change);
    if (!saved.ok) throw new Error(`saving a draft: ${saved.error.code}`);
    const { text } = saved.value.preview;
    const reference = /DG-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
    return { id: draftId, reference, text, ...at, acknowledged: false };
  }

  /** Presses Send. */
  async send(written: Written): Promise<Result<unknown, Problem>> {
    const { id, text, communityId } = written;
    const request = {
      draftId: id,
      revision: 1,
      communityId,
      placeId: null,
      audience: 'members' as const,
      text,
    };
    const sent = await this.ask('draft:send', request);
    if (sent.ok) written.acknowledged = true;
    return sent;
  }

  async #say(message: object): Promise<unknown> {
    const page = await this.page();
    try {
      return await page.evaluate(sendMessage, message);
    } catch {
      return undefined; // the page or the worker went away meanwhile
    }
  }
}

/** Runs in the page: self-contained. */
function sendMessage(message: object): Promise<unknown> {
  const { chrome } = globalThis as unknown as { chrome: typeof Extension };
  return chrome.runtime.sendMessage(message);
}
