import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { addPicture, readPicture } from '@/utils/outbox/pictures';
import { base64Of, bytesOf } from '@/utils/storage/base64';
import type { IdentifiedCaller } from '../identify-caller';
import type { Services } from '../services';
import { maySpeakOf } from './drafts';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function add(
  { db, clock }: Services,
  { draftId, base64 }: RequestOf<'picture:add'>,
  caller: IdentifiedCaller,
): Reply<'picture:add'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const bytes = bytesOf(base64);
  if (bytes === null) return fail({ code: 'picture-unreadable' });
  const added = await addPicture(db, bytes, clock);
  return added.ok ? succeed({ pictureId: added.value.id }) : added;
}

export async function read(
  { db }: Services,
  { draftId, pictureId }: RequestOf<'picture:read'>,
  caller: IdentifiedCaller,
): Reply<'picture:read'> {
  if (!(await maySpeakOf(caller, draftId))) return fail({ code: 'not-allowed' });
  const picture = await readPicture(db, draftId, pictureId);
  if (!picture.ok) return picture;
  const { type, bytes } = picture.value;
  return succeed({ dataUrl: `data:${type};base64,${base64Of(bytes)}` });
}
