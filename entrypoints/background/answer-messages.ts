import { browser } from 'wxt/browser';
import { fail, type Result } from '@/utils/kernel/result';
import {
  contract,
  type MessageName,
  type Problem,
  type Replies,
  type RequestOf,
} from '@/utils/messaging/contract';
import { diskCodeOf, isDiskCode } from '@/utils/outbox/disk';
import { type IdentifiedCaller, identifyCaller, type Sender } from './identify-caller';

/** What answers one kind of message. It may trust the request's form and the caller's kind, nothing else. */
export type Answerer<Name extends MessageName> = (
  request: RequestOf<Name>,
  caller: IdentifiedCaller,
) => Promise<Result<Replies[Name], Problem>>;

export type Answerers = { readonly [Name in MessageName]: Answerer<Name> };

/** What else has to be done about an answer. */
export interface Care {
  /** As the work; fails where it could hang. */
  patiently<Value>(work: Promise<Value>): Promise<Value>;
  /** Told when all went well. */
  went(): void;
  /** Told when the disk refused. */
  refused(): void;
  /** Told when something went wrong that should not. */
  stumbled(): void;
}

/** Answers every message of the contract: first who is asking, then the form of the request, then the answer. */
export function answerMessages(answerers: Answerers, care: Care): void {
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/' as never)).origin };
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const name = nameOf(message);
    if (name === null) return false;
    const caller = identifyCaller(sender as Sender, own);
    const { request } = message as { request?: unknown };
    void care
      .patiently(answer(answerers, name, request, caller))
      .catch((error: unknown) => failed(name, error, care))
      .then((answered) => {
        if (answered.ok) care.went();
        else if (isDiskCode(answered.error.code)) care.refused();
        respond(answered);
      });
    return true; // the answer comes later; a promise as return value gets no answer in older Chromium
  });
}

function failed(name: MessageName, error: unknown, care: Care): Result<never, Problem> {
  const code = diskCodeOf(error);
  if (code !== null) return fail({ code });
  console.error(`${name} failed`, error instanceof Error ? error.name : typeof error);
  care.stumbled();
  return fail({ code: 'unexpected' });
}

function nameOf(message: unknown): MessageName | null {
  const name =
    typeof message === 'object' && message !== null ? (message as { name?: unknown }).name : undefined;
  return typeof name === 'string' && Object.hasOwn(contract, name) ? (name as MessageName) : null;
}

/** One message, without the browser around it. A disk that refuses is an answer too; a bug stays a throw. */
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
  try {
    return await answerer(parsed.data as RequestOf<MessageName>, caller);
  } catch (error) {
    const code = diskCodeOf(error);
    if (code === null) throw error;
    return fail({ code });
  }
}
