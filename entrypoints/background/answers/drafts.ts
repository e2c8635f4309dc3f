import { SECOND_MS } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { discardDraft } from '@/utils/outbox/discard';
import { enqueue } from '@/utils/outbox/enqueue';
import type { Draft } from '@/utils/outbox/entry';
import { keepText } from '@/utils/outbox/keep-apart';
import { letStandInDraft } from '@/utils/outbox/override';
import { render } from '@/utils/practice/render';
import { practiceWords } from '@/utils/practice/words';
import { callNow } from '../calls';
import { deletionsChanged } from '../discarded';
import { draftRows } from '../draft-rows';
import { draftView, previewOf, startDraft, startDraftOn } from '../drafts';
import { followDrain } from '../drain';
import { viewEntry } from '../entry-views';
import { createGuard } from '../guard';
import type { IdentifiedCaller } from '../identify-caller';
import { openComposer } from '../open-composer';
import { refreshPlaces } from '../places';
import { refreshLibrary } from '../refresh-library';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
import { aboutOf, promptOf } from '../suggestion';
import { bindFrame, draftOfFrame, mayFrameSpeakOf, spendTicket } from '../tickets';
import { unattended } from '../unattended';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** Where the browser cannot say whether a frame is really seen, a Send from it can be taken back for this long. */
const REST_MS = 10 * SECOND_MS;

/** A frame speaks about the one draft that its ticket was made for; a page of our own about any. */
export async function maySpeakOf(caller: IdentifiedCaller, id: string): Promise<boolean> {
  return caller.kind === 'page' || (await mayFrameSpeakOf(caller.frame, id));
}

export async function openDraft(
  services: Services,
  { ticket, draftId }: RequestOf<'draft:open'>,
  caller: IdentifiedCaller,
): Reply<'draft:open'> {
  const framed = caller.kind === 'frame';
  const id = framed ? await idOfFrame(services, { ticket, draftId }, caller) : draftId;
  if (id === null || id === undefined) return fail({ code: 'ticket-spent' });
  const draft = await services.db.drafts.get(id);
  if (draft === undefined) return fail({ code: 'draft-gone' });
  unattended(refreshPlaces(services));
  unattended(refreshLibrary(services));
  return succeed(await draftView(services, draft, framed));
}

async function idOfFrame(
  services: Services,
  { ticket, draftId }: RequestOf<'draft:open'>,
  caller: IdentifiedCaller,
): Promise<string | null> {
  if (ticket !== undefined) {
    const spent = await spendTicket(ticket, caller, services.clock());
    if (spent !== null) return spent;
  }
  const own = await draftOfFrame(caller.frame); // the same document again: it took back what it had sent
  if (draftId === undefined || own === null || own === draftId) return own;
  if (!(await mayFrameSpeakOf(caller.frame, draftId))) return own;
  await bindFrame(caller, draftId, own);
  return draftId;
}

export async function newDraft(services: Services, kind?: 'question'): Reply<'draft:new'> {
  const draft = await startDraft(services, null, kind);
  return draft.ok ? succeed({ draftId: draft.value.id }) : draft;
}

/** Every draft there is, the one that was changed last first. */
export async function listDrafts({ db }: Services): Reply<'drafts:list'> {
  return succeed(await draftRows(db));
}

/** A draft about what the call of now asks for, with its first word as topic. */
export async function draftOnCall(services: Services): Reply<'draft:on-call'> {
  const draft = await startDraftOn(services, await callNow(services));
  return draft.ok ? succeed({ draftId: draft.value.id }) : draft;
}

export async function save(
  services: Services,
  request: RequestOf<'draft:save'>,
  caller: IdentifiedCaller,
): Reply<'draft:save'> {
  if (!(await maySpeakOf(caller, request.draftId))) return fail({ code: 'not-allowed' });
  const saved = await keepText(services.db, request, { clock: services.clock });
  if (!saved.ok) return saved;
  const { draft, other } = saved.value;
  if (other !== null && caller.kind === 'frame') await bindFrame(caller, draft.id, request.draftId);
  const community =
    request.communityId === null ? undefined : await services.db.communities.get(request.communityId);
  const preview = await previewOf(services, draft, community);
  if (other !== null) services.announce();
  return succeed({ draftId: draft.id, revision: draft.revision, preview, otherText: other?.text ?? null });
}

export async function send(
  services: Services,
  sync: Sync,
  request: RequestOf<'draft:send'>,
  caller: IdentifiedCaller,
): Reply<'draft:send'> {
  if (!(await maySpeakOf(caller, request.draftId))) return fail({ code: 'not-allowed' });
  const draft = await services.db.drafts.get(request.draftId);
  const { language } = draft?.practice ?? (await services.words());
  const rests = caller.kind === 'frame' && import.meta.env.FIREFOX;
  const about = draft && aboutOf(await promptOf(services, draft));
  const restsUntil = rests ? services.clock() + REST_MS : null;
  const order = { ...request, restsUntil, ...(about === undefined ? {} : { about }) };
  const words = practiceWords(await services.textIn(language));
  const guard = await createGuard(services);
  const mayLeave = (sent: Draft, text: string): boolean => guard.isClear(sent, text);
  const entry = await enqueue(services.db, order, { clock: services.clock, words, mayLeave });
  if (!entry.ok) return entry;
  await followDrain(services);
  services.announce();
  void sync.now();
  return succeed(await viewEntry(services, entry.value));
}

export async function override(
  services: Services,
  { draftId, ...override }: RequestOf<'draft:override'>,
  caller: IdentifiedCaller,
): Reply<'draft:override'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const kept = await letStandInDraft(services.db, draftId, override);
  return kept.ok ? succeed(null) : kept;
}

export async function file(
  services: Services,
  draftId: string,
  caller: IdentifiedCaller,
): Reply<'draft:file'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const draft = await services.db.drafts.get(draftId);
  if (draft === undefined) return fail({ code: 'draft-gone' });
  const { practice, reference } = draft;
  const words = practiceWords(await services.textIn(practice.language));
  const text = `${render(practice, reference, words, 'markdown')}\n`;
  return succeed({ name: `deelgenoot-${reference}.md`, text });
}

export async function discard(
  services: Services,
  draftId: string,
  caller: IdentifiedCaller,
): Reply<'draft:discard'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const discarded = await discardDraft(services.db, draftId, services.clock);
  deletionsChanged(services);
  return discarded;
}

/** A window of our own, which no page can cover. */
export async function popOut(draftId: string, caller: IdentifiedCaller): Reply<'draft:pop-out'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  await openComposer(draftId);
  return succeed(null);
}
