import { browser } from 'wxt/browser';
import { fail, type Result } from '@/utils/kernel/result';
import {
  contract,
  type MessageName,
  type Problem,
  type Replies,
  type RequestOf,
} from '@/utils/messaging/contract';
import { type IdentifiedCaller, identifyCaller, type Sender } from './identify-caller';

/** What answers one kind of message. It may trust the request's form and the caller's kind, nothing else. */
export type Answerer<Name extends MessageName> = (
  request: RequestOf<Name>,
  caller: IdentifiedCaller,
) => Promise<Result<Replies[Name], Problem>>;

export type Answerers = { readonly [Name in MessageName]: Answerer<Name> };

/** Answers every message of the contract: first who is asking, then the form of the request, then the answer. */
export function answerMessages(answerers: Answerers): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/' as never)).origin };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const name = nameOf(message);
    if (name === null) return false;
    void answer(
      answerers,
      name,
      (message as { request?: unknown }).request,
      identifyCaller(sender as Sender, own),
    )
      .catch((bug: unknown) => {
        console.error(`${name} failed`, bug instanceof Error ? bug.name : typeof bug);
        return fail<Problem>({ code: 'unexpected' });
      })
      .then(respond);
    return true; // the answer comes later; a promise as return value gets no answer in older Chromium
  });
}

function nameOf(message: unknown): MessageName | null {
  const name =
    typeof message === 'object' && message !== null ? (message as { name?: unknown }).name : undefined;
  return typeof name === 'string' && Object.hasOwn(contract, name) ? (name as MessageName) : null;
}

/** One message, without the browser around it. */
export async function answer(
  answerers: Answerers,
  name: MessageName,
  request: unknown,
  caller: IdentifiedCaller | null,
): Promise<Result<Replies[MessageName], Problem>> {
  const row = contract[name];
  if (caller === null || !(row.callers as readonly string[]).includes(caller.kind)) {
    return fail({ code: 'not-allowed' });
  }
  const parsed = row.request.safeParse(request);
  if (!parsed.success) return fail({ code: 'bad-request' });
  // The table pairs each name with its own request; TypeScript cannot follow one key through two tables.
  const answerer = answerers[name] as Answerer<MessageName>;
  return answerer(parsed.data as RequestOf<MessageName>, caller);
}
