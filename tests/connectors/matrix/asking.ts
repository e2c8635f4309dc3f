import type { Operation } from '@/utils/community/connector';
import { createMatrix } from '@/utils/community/connectors/matrix/connector';
import { performWith } from '@/utils/community/perform';
import { succeed } from '@/utils/kernel/result';
import { anAccount } from '../../support/accounts';
import { must, START } from '../../support/outbox-world';
import { json } from '../kit/specimen';
import { ANN, BASE, BEN, members, ROOM } from './who-and-where';

export const account = anAccount(BASE, { member: { id: ANN, handle: ANN.slice(1) } });
export const connector = createMatrix(() => START);
export const answering = <Verb extends Operation['verb']>(
  operation: Extract<Operation, { verb: Verb }>,
  ...bodies: unknown[]
) => performWith<Verb>(connector, account, operation, async () => succeed(json(200, bodies.shift())));

export const event = (event_id: string, content: object, changes: object = {}) => ({
  ...{ event_id, sender: BEN, type: 'm.room.message', origin_server_ts: START, content },
  ...changes,
});
export const text = (body: string, more: object = {}) => ({ msgtype: 'm.text', body, ...more });
export const html = (formatted_body: string) => ({ format: 'org.matrix.custom.html', formatted_body });
export const thumb = (event_id: string, changes: object = {}, key = '👍') =>
  event(
    `$r${Math.random()}`,
    { 'm.relates_to': { rel_type: 'm.annotation', event_id, key } },
    {
      type: 'm.reaction',
      ...changes,
    },
  );
export const find = { verb: 'find', marker: '', since: START, authorId: null, placeId: ROOM } as const;
export const page = (chunk: unknown[], more: object = {}) => ({ chunk, state: members(), ...more });
export const found = async (chunk: unknown[], more: object = {}) =>
  must(await answering<'find'>({ ...find, ...more }, page(chunk)));
