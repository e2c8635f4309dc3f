import type { ReplyActions, SharedActions } from '@/components/community/shared-actions';
import { settle } from '@/components/hooks/settle';
import type { ArrivedActions } from '@/components/outbox/ArrivedRow';
import type { DraftActions } from '@/components/outbox/DraftRow';
import type { EntryActions } from '@/components/outbox/entry-actions';
import type { TextFile } from '@/components/outbox/text-file';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import { copyText, downloadText, openDraft, openPage } from '@/utils/platform/gesture';

type Answer<Value> = Promise<Result<Value, Problem>>;

/** Opens the draft that an answer names. */
export async function openAnswered(answer: Answer<{ readonly draftId: string }>): Promise<Trouble | null> {
  const settled = await answer;
  if (!settled.ok) return settled.error;
  await openDraft(settled.value.draftId);
  return null;
}

/** A place to write although no draft can be kept now. */
export async function writeUnsaved(): Promise<null> {
  await openDraft('');
  return null;
}

/** Goes to what is kept on this device. */
export async function lookAtData(): Promise<null> {
  await openPage('/options.html#data');
  return null;
}

/** Goes to the part of the options where one connects and signs in. */
export async function connect(): Promise<null> {
  await openPage('/options.html#communities');
  return null;
}

async function copy(text: string): Promise<Trouble | null> {
  return (await copyText(text)) ? null : { code: 'copy-refused' };
}

async function download({ name, text }: TextFile): Promise<null> {
  downloadText(name, text, 'text/plain;charset=utf-8');
  return null;
}

const undoDiscard = (id: string): Promise<Trouble | null> => settle(ask('discard:undo', { id }));

export const entryActions: EntryActions = {
  retry: (entryId) => settle(ask('entry:retry', { entryId })),
  takeBack: (entryId) => openAnswered(ask('entry:take-back', { entryId })),
  answer: (entryId) => openAnswered(ask('entry:answer', { entryId })),
  discard: (entryId) => settle(ask('entry:discard', { entryId })),
  undoDiscard,
  copy,
  download,
  connect,
};

export const draftActions: DraftActions = {
  open: async (draftId) => {
    await openDraft(draftId);
    return null;
  },
  discard: (draftId) => settle(ask('draft:discard', { draftId })),
  undoDiscard,
};

export const arrivedActions: ArrivedActions = {
  correct: (entryId) => openAnswered(ask('entry:correct', { entryId })),
  answer: (entryId) => openAnswered(ask('entry:answer', { entryId })),
  conclude: (entryId) => openAnswered(ask('entry:conclude', { entryId })),
  tell: (entryId) => openAnswered(ask('entry:tell', { entryId })),
  withdraw: (entryId) => settle(ask('entry:withdraw', { entryId })),
  shareLink: (entryId) => openAnswered(ask('entry:share-link', { entryId })),
  shareAgain: (entryId) => openAnswered(ask('entry:share-again', { entryId })),
  copy,
  download,
};

export const sharedActions: SharedActions = {
  answer: (sharedId) => openAnswered(ask('shared:answer', { sharedId })),
  reuse: (sharedId) => openAnswered(ask('shared:reuse', { sharedId })),
  thank: (sharedId, on) => settle(ask('shared:thank', { sharedId, on })),
};

export const replyActions: ReplyActions = {
  answer: (entryId, postId) => openAnswered(ask('reply:answer', { entryId, postId })),
  thank: (entryId, postId, on) => settle(ask('reply:thank', { entryId, postId, on })),
};
