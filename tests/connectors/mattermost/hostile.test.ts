import { test } from 'vitest';
import { createMattermost } from '@/utils/community/connectors/mattermost/connector';
import { anAccount } from '../../support/accounts';
import { staysAtHome } from '../../support/hostile-operations';
import { START } from '../../support/outbox-world';
import { ANN, BASE, BEN, CHANNEL, CONFIG, id, TEAM } from './who-and-where';

const POST = {
  ...{ id: id('p'), user_id: BEN.id, channel_id: CHANNEL.id, root_id: id('r'), message: 'Tekst', type: '' },
  ...{ create_at: START, delete_at: 0, reply_count: 1, props: { x_deelgenoot: 'DG' } },
  metadata: { reactions: [{ user_id: BEN.id, emoji_name: '+1' }] },
};
const ANSWERS = [
  ...[ANN, CONFIG, [TEAM], [CHANNEL], POST, { status: 'OK' }],
  { order: [POST.id], posts: { [POST.id]: POST }, prev_post_id: 'x' },
  { id: 'api.context.permissions.app_error', message: 'Nee.', status_code: 403 },
];

test('whatever a server answers, nothing breaks and no request leaves its address', () => {
  const account = anAccount('https://chat.example', { base: BASE, member: { id: '../..', handle: '..' } });
  staysAtHome(
    createMattermost(() => START),
    account,
    ANSWERS,
    1_500,
  );
});
