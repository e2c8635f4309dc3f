import { makeCall } from '@/server/store/calls';
import { aPng } from '@/tests/support/picture-files';
import { upload } from './pictures/sending';
import { aMember, aServer, post } from './support';

/** A community in which something of everything has happened: Bram reads what Anna did, and the other way round. */
export async function aBusyCommunity() {
  const server = await aServer();
  const [anna, bram] = [await aMember(server, 'anna'), await aMember(server, 'bram')];
  const does = async (token: string, method: string, path: string, body: object = {}): Promise<void> => {
    await server.request(path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  const { id } = (await post(server, anna.token, 'Selectielijst nagekeken #archief https://a.example @bram'))
    .body;
  const own = (await post(server, bram.token, 'Van mezelf #archief')).body.id;
  await does(anna.token, 'POST', '/api/v1/statuses', { status: '@bram ja', in_reply_to_id: own });
  await does(bram.token, 'POST', '/api/v1/statuses', { status: '@anna dank', in_reply_to_id: id });
  await does(anna.token, 'POST', `/api/v1/statuses/${own}/favourite`);
  await does(anna.token, 'POST', `/api/v1/statuses/${own}/reblog`);
  await does(bram.token, 'POST', `/api/v1/statuses/${id}/favourite`);
  await does(bram.token, 'POST', `/api/v1/statuses/${id}/bookmark`);
  await does(anna.token, 'POST', `/api/v1/accounts/${bram.account.id}/follow`);
  await does(bram.token, 'POST', `/api/v1/accounts/${anna.account.id}/follow`);
  await does(bram.token, 'POST', '/api/v1/tags/archief/follow');
  await does(anna.token, 'PUT', `/api/v1/statuses/${id}`, {
    status: 'Selectielijst getekend #archief @bram',
    media_ids: [(await upload(server, anna, aPng())).body.id],
  });
  await does(bram.token, 'POST', '/api/v1/markers', { home: { last_read_id: id } });
  const call = { text: 'Deze maand: #archief', words: ['archief'], lastDay: '2026-12-31' };
  await makeCall(server.store(), call, anna.account);
  const picture = (await upload(server, bram, aPng())).body.id;
  return { server, anna, bram, post: id, picture };
}
export type Busy = Awaited<ReturnType<typeof aBusyCommunity>>;
