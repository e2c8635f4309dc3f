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
  const draftId = new URLSearchParams(address.search).get('draft');
  if (draftId === null) return { kind: 'nothing' };
  const opened = await ask('draft:open', { draftId });
  if (opened.ok) return { kind: 'writing', view: opened.value };
  // An entry has the id of the draft that it was: a reload after Send shows how that went.
  const sent = opened.error.code === 'draft-gone' ? await ask('entry:read', { entryId: draftId }) : null;
  return sent?.ok ? { kind: 'sent', entry: sent.value } : { kind: 'failed', problem: opened.error };
}

/** Has a tab or window name its draft in its address, so that a reload opens the same one; a frame's names nothing. */
export function nameDraft(draftId: string): void {
  const named = new URLSearchParams(location.search).get('draft');
  if (named === null || named === draftId) return;
  history.replaceState(null, '', `?${new URLSearchParams({ draft: draftId })}`);
}
