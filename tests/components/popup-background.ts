import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, succeed } from '@/utils/kernel/result';
import type { Overview } from '@/utils/messaging/views';
import { anOverview, waitingOf } from './support';

/** A background with an overview that changes as people press, and tells the page so. */
export function popupBackground(first: Partial<Overview>) {
  const state = {
    overview: anOverview(first),
    asked: [] as { name: string; request: unknown }[],
    late: false,
  };
  const change = async (changes: Partial<Overview>): Promise<void> => {
    state.overview = { ...state.overview, ...changes };
    await fakeBrowser.runtime.sendMessage({ event: 'changed' });
  };
  const { waiting, drafts } = state.overview;
  const answer = (name: string, { entryId, draftId }: Record<string, string>) => {
    if (name === 'overview:read') return succeed(state.overview);
    const kind = entryId === undefined ? ('draft' as const) : ('entry' as const);
    if (name.endsWith(':discard')) {
      const left = kind === 'entry' ? { waiting: waitingOf() } : { drafts: [] };
      void change({
        ...left,
        discarded: [{ id: entryId ?? draftId ?? '', kind, title: 'Eén map per dossier' }],
      });
    }
    if (name === 'discard:undo' && state.late) return fail({ code: 'undo-too-late' });
    if (name === 'discard:undo') void change({ waiting, drafts, discarded: [] });
    return succeed(null);
  };
  fakeBrowser.runtime.onMessage.addListener((message, _sender, reply) => {
    if (message.name === undefined) return undefined;
    state.asked.push({ name: message.name, request: message.request });
    (reply as (value: unknown) => void)(answer(message.name, message.request));
    return true;
  });
  return { state, change, names: () => state.asked.map(({ name }) => name) };
}
