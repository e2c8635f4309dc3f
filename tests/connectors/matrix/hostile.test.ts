import { test } from 'vitest';
import { createMatrix } from '@/utils/community/connectors/matrix/connector';
import { anAccount } from '../../support/accounts';
import { staysAtHome } from '../../support/hostile-operations';
import { START } from '../../support/outbox-world';
import { ANN, BASE, BEN, members, rooms } from './who-and-where';

const EVENT = {
  ...{ event_id: '$a', sender: BEN, type: 'm.room.message', origin_server_ts: START },
  content: {
    ...{ msgtype: 'm.text', body: 'x', format: 'org.matrix.custom.html', formatted_body: '<p>x</p>' },
    'm.relates_to': { rel_type: 'm.thread', event_id: '$b', key: '👍', 'm.in_reply_to': { event_id: '$c' } },
  },
  unsigned: {
    'm.relations': { 'm.replace': { content: { 'm.new_content': { msgtype: 'm.text', body: 'y' } } } },
  },
};
const ANSWERS = [
  ...[
    { user_id: ANN },
    { versions: ['v1.11'] },
    { event_id: '$a' },
    { next_batch: 's', rooms: { join: rooms() } },
  ],
  { chunk: [EVENT, { ...EVENT, type: 'm.reaction' }], state: members(), end: 't1', next_batch: 't2' },
  { event: EVENT, events_after: [EVENT], state: members() },
  { errcode: 'M_LIMIT_EXCEEDED', error: 'Nee.', retry_after_ms: 5 },
];

test('whatever a server answers, nothing breaks and no request leaves its address', () => {
  const account = anAccount(BASE, { base: `${BASE}/onder`, member: { id: '@\ud800:/../..', handle: '..' } });
  staysAtHome(
    createMatrix(() => START),
    account,
    ANSWERS,
    1_500,
  );
});
