import { disconnect } from '@/utils/community/store';
import { SECOND_MS } from '@/utils/kernel/clock';
import { beginAnswer } from '@/utils/outbox/answer';
import { beginCorrection } from '@/utils/outbox/correct';
import { createDraft, saveDraft } from '@/utils/outbox/drafts';
import { makeDue } from '@/utils/outbox/due';
import { enqueue } from '@/utils/outbox/enqueue';
import { retry, takeBack } from '@/utils/outbox/entries';
import type { Draft } from '@/utils/outbox/entry';
import { withdraw } from '@/utils/outbox/withdraw';
import { render } from '@/utils/practice/render';
import { must } from '../../support/outbox-world';
import { aPractice, DUTCH } from '../../support/practices';
import { forget, throwAway, undo } from './discards';
import type { Known, Person } from './person';
import type { ModelWorld } from './world';

export type Deed = (person: Person, world: ModelWorld, n: number) => Promise<void>;

const isDraft = ({ account }: Known): boolean => account === undefined;
const isSent = ({ account }: Known): boolean => account !== undefined;

function know(person: Person, draft: Draft, did: string): void {
  const { id, reference, answers, corrects } = draft;
  const known = { id, reference, did, account: undefined, audience: 'followers' as const };
  person.texts.set(id, {
    ...known,
    answers: answers?.entryId ?? null,
    corrects: corrects?.entryId ?? null,
  });
  const parent = person.texts.get(answers?.entryId ?? '')?.reference;
  if (parent !== undefined) person.parents.set(reference, parent);
}

const write: Deed = async (person, { db, clock }) => {
  const did = person.nextDid();
  const practice = aPractice({ title: `Titel van ${did}`, did });
  know(person, must(await createDraft(db, { practice, activityId: null }, { clock })), did);
};

const edit: Deed = async (person, world, n) => {
  const known = person.pick(n, isDraft);
  const draft = known && (await world.db.drafts.get(known.id));
  if (known !== undefined && draft !== undefined) await rewrite(person, world, known, draft);
};

async function rewrite(person: Person, { db, clock }: ModelWorld, known: Known, draft: Draft): Promise<void> {
  const did = person.nextDid();
  const practice = { ...draft.practice, title: `Titel van ${did}`, did };
  must(await saveDraft(db, { draftId: draft.id, revision: draft.revision, practice }, clock));
  known.did = did;
}

/** Account of a community's id. */
const ownerOf = (communityId: string | null): string | null => communityId?.split('/').at(-1) ?? null;

const send: Deed = async (person, world, n) => {
  const known = person.pick(n, isDraft);
  const draft = known && (await world.db.drafts.get(known.id));
  if (known === undefined || draft === undefined || draft.practice.did === '') return;
  const own = world.communityOf(person.account).id;
  const connected = (await world.db.communities.get(own)) === undefined ? null : own;
  const post = draft.corrects ?? draft.answers;
  const communityId = post === null ? connected : post.communityId;
  const audience = post?.audience ?? 'followers';
  const text = render(draft.practice, draft.reference, DUTCH);
  const restsUntil = n % 3 === 0 ? world.clock() + 10 * SECOND_MS : null;
  const order = { draftId: draft.id, revision: draft.revision, communityId, placeId: null, audience, text };
  const sent = await enqueue(world.db, { ...order, restsUntil }, { clock: world.clock, words: DUTCH });
  if (!sent.ok) return; // an earlier correction is still under way
  known.account = ownerOf(communityId);
  known.audience = audience;
  person.sent.set(known.did, known.account);
  person.recalled.delete(known.did);
};

const writeAndSend: Deed = async (person, world, n) => {
  await write(person, world, n);
  await send(person, world, person.texts.size - 1 - [...person.texts.values()].filter(isSent).length);
};

const add: Deed = async (person, world, n) => {
  const known = person.pick(n, (one) => isSent(one) && one.corrects === null);
  if (known === undefined) return;
  const begun = await beginAnswer(world.db, known.id, world);
  if (!begun.ok || person.texts.has(begun.value.id)) return;
  know(person, begun.value, '');
  const draft = person.texts.get(begun.value.id);
  if (draft === undefined) return;
  await rewrite(person, world, draft, begun.value);
  if (n % 4 !== 0) await sendThis(person, world, draft);
};

async function sendThis(person: Person, world: ModelWorld, known: Known): Promise<void> {
  const drafts = [...person.texts.values()].filter(isDraft);
  await send(person, world, drafts.indexOf(known));
}

const correct: Deed = async (person, world, n) => {
  const known = person.pick(n, (one) => isSent(one) && one.corrects === null);
  if (known === undefined) return;
  const before = await world.db.entries.get(known.id);
  const begun = await beginCorrection(world.db, known.id, world);
  if (!begun.ok) return;
  const draft = begun.value;
  const found = person.texts.get(draft.id);
  if (found === undefined) know(person, draft, draft.practice.did);
  else if (isSent(found)) recall(person, found, draft, before?.firstTriedAt === null);
  const mine = person.texts.get(draft.id);
  if (mine === undefined) return;
  await rewrite(person, world, mine, draft);
  await sendThis(person, world, mine);
};

function recall(person: Person, known: Known, draft: Draft | null, wasNeverTried: boolean): void {
  person.sent.delete(known.did);
  if (wasNeverTried) person.recalled.add(known.did);
  known.account = undefined;
  if (draft === null) return;
  const parent = person.parents.get(known.reference);
  known.reference = draft.reference;
  if (parent === undefined) return;
  if (draft.answers === null) person.parents.delete(draft.reference);
  else person.parents.set(draft.reference, parent);
}

const back: Deed = async (person, world, n) => {
  const known = person.pick(n, isSent);
  if (known === undefined) return;
  const taken = await takeBack(world.db, known.id, world);
  if (taken.ok) recall(person, known, taken.value, true);
};

const again: Deed = async (person, world, n) => {
  const known = person.pick(n, isSent);
  if (known !== undefined) must(await retry(world.db, known.id, world.clock));
};

const takeDown: Deed = async (person, world, n) => {
  const known = person.pick(n, isSent);
  if (known !== undefined)
    await withdraw({ db: world.db, clock: world.clock, perform: world.perform }, known.id);
};

const hurry: Deed = async (_person, world) => {
  await makeDue(world.db, world.clock);
  await world.deliver();
};

const become: Deed = async (person, world, n) => {
  person.account = n % 3 === 0 ? 'bob' : 'ann';
  await world.signIn(person.account);
};

const leave: Deed = async (_person, world, n) => {
  const { id } = world.communityOf(n % 3 === 0 ? 'bob' : 'ann');
  await disconnect(world.memory.asOutbox as never, id);
};

const expire: Deed = async (_person, world, n) => world.signOut(n % 3 === 0 ? 'bob' : 'ann');

const refuse: Deed = async (person, world, n) => {
  const known = person.pick(n);
  const did = known?.did ?? '';
  world.server.refuses = (text) => did !== '' && text.includes(did);
};

/** Everything that a person does, by name. */
export const DEEDS = {
  write,
  edit,
  send,
  writeAndSend,
  add,
  correct,
  back,
  throwAway,
  undo,
  forget,
  again,
  takeDown,
  hurry,
  become,
  leave,
  expire,
  refuse,
} as const satisfies Record<string, Deed>;
