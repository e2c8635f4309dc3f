import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { DraftView, EntryView } from '@/utils/messaging/views';

/** What this page is about. `nothing`: opened by somebody who may not see a draft. */
export type Opened =
  | { readonly kind: 'writing'; readonly view: DraftView }
  | { readonly kind: 'sent'; readonly entry: EntryView }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'nothing' };

/**
 * Opens what the address names: a ticket, good once, in a page's frame; a draft in a tab or window of its own. In a
 * frame every failure is `nothing`: whoever put the page there without a ticket shall see it empty.
 */
export async function openDraft(address: Location, framed: boolean): Promise<Opened> {
  if (framed) {
    const ticket = new URLSearchParams(address.hash.slice(1)).get('ticket');
    if (ticket === null) return { kind: 'nothing' };
    const opened = await ask('draft:open', { ticket });
    return opened.ok ? { kind: 'writing', view: opened.value } : { kind: 'nothing' };
  }
  if (!new URLSearchParams(address.search).has('draft')) return { kind: 'nothing' };
  const draftId = draftIn(address) ?? (await newDraft());
  if (typeof draftId !== 'string') return { kind: 'failed', problem: draftId };
  nameDraft(draftId);
  const opened = await ask('draft:open', { draftId });
  if (opened.ok) return { kind: 'writing', view: opened.value };
  // An entry has the id of the draft that it was: a reload after Send shows how that went.
  const sent = opened.error.code === 'draft-gone' ? await ask('entry:read', { entryId: draftId }) : null;
  return sent?.ok ? { kind: 'sent', entry: sent.value } : { kind: 'failed', problem: opened.error };
}

/** The draft that the address names; null where it asks for a new one. */
export function draftIn(address: Location): string | null {
  return new URLSearchParams(address.search).get('draft') || null;
}

async function newDraft(): Promise<string | Problem> {
  const made = await ask('draft:new', {});
  return made.ok ? made.value.draftId : made.error;
}

/** Has a tab or window name its draft in its address, so that a reload opens the same one; a frame's names nothing. */
export function nameDraft(draftId: string): void {
  const named = new URLSearchParams(location.search).get('draft');
  if (named === null || named === draftId) return;
  history.replaceState(null, '', `?${new URLSearchParams({ draft: draftId })}`);
}
