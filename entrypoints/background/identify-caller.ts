import type { Caller } from '@/utils/messaging/contract';

/** The part of a message's sender that the browser vouches for; fields of the message itself prove nothing. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
}

export interface IdentifiedCaller {
  readonly kind: Caller;
  /** Null for the toolbar popup. */
  readonly tabId: number | null;
  /** 0: the page itself. */
  readonly frameId: number;
  /** One document of one frame: what a ticket binds a draft to. */
  readonly frame: string;
  /** The page's own origin for `in-page`, else null. */
  readonly origin: string | null;
}

/** Who is asking, or null for anybody whom we do not serve. */
export function identifyCaller(sender: Sender, own: { id: string; origin: string }): IdentifiedCaller | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  const tabId = sender.tab?.id ?? null;
  const { frameId = 0 } = sender;
  const frame = `${tabId}:${frameId}:${sender.documentId ?? ''}`;
  if (isOwn(sender, own.origin)) {
    const framed = tabId !== null && frameId > 0;
    return { kind: framed ? 'frame' : 'page', tabId, frameId, frame, origin: null };
  }
  const origin = originOf(sender.url);
  if (tabId === null || sender.frameId !== 0 || !/^https?:\/\//.test(origin)) return null;
  return { kind: 'in-page', tabId, frameId, frame, origin };
}

function isOwn(sender: Sender, ownOrigin: string): boolean {
  // A frame with a dynamic address has another host in its url; its origin is ours all the same.
  return (
    originOf(sender.origin ?? sender.url ?? '') === ownOrigin || originOf(sender.url ?? '') === ownOrigin
  );
}

function originOf(address: string): string {
  const match = /^([a-z-]+:\/\/[^/?#]+)/.exec(address);
  return match?.[1] ?? '';
}
