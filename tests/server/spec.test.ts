import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { call, say } from './a-community';
import { ask } from './people';
import { aMember, aServer, get, type PostedStatus, post, type Server } from './support';

/** Mastodon's published OpenAPI document, where a checkout has it beside it. */
const SPEC = '../shared/specs/mastodon.openapi.json';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Where a value breaks a schema: required properties, types and enumerations, all the way down. */
function breaches(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  value: unknown,
  at: string,
): string[] {
  const { $ref, oneOf, anyOf, allOf } = schema;
  const check = (inner: Schema) => breaches(schemas, inner, value, at);
  if ($ref !== undefined) return check(schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  const choices = oneOf ?? anyOf;
  if (choices !== undefined) {
    const found = choices.map(check);
    return found.some((each) => each.length === 0) ? [] : (found[0] ?? []);
  }
  return [
    ...(allOf ?? []).flatMap(check),
    ...typeBreaches(schema, value, at),
    ...innerBreaches(schemas, schema, value, at),
  ];
}

function typeBreaches({ type, enum: allowed }: Schema, value: unknown, at: string): string[] {
  if (allowed !== undefined && !allowed.includes(value))
    return [`${at}: ${JSON.stringify(value)} is none of ${allowed}`];
  const types = [type ?? []].flat();
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const fits = types.some((one) => one === actual || (one === 'integer' && Number.isInteger(value)));
  return types.length === 0 || fits ? [] : [`${at}: ${actual} is not ${types}`];
}

function innerBreaches(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  value: unknown,
  at: string,
): string[] {
  const { properties = {}, required = [], items } = schema;
  if (Array.isArray(value))
    return value.flatMap((each, n) => breaches(schemas, items ?? {}, each, `${at}[${n}]`));
  if (typeof value !== 'object' || value === null) return [];
  const found = value as Record<string, unknown>;
  return [
    ...required.filter((name) => !(name in found)).map((name) => `${at}.${name} is missing`),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      name in found ? breaches(schemas, inner, found[name], `${at}.${name}`) : [],
    ),
  ];
}

test.skipIf(!existsSync(SPEC))('every answer has what Mastodon documents', async () => {
  const { components } = JSON.parse(readFileSync(SPEC, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const server = await aServer();
  const { account, token } = await aMember(server);
  const { body } = await post(server, token, 'Tekst #archief https://a.example');
  const timeline = await get<PostedStatus[]>(server, token, '/api/v1/timelines/home');
  const answers: readonly [string, unknown][] = [
    ['Status', body],
    ['Status', timeline.body[0]],
    ['Context', (await get(server, token, `/api/v1/statuses/${body.id}/context`)).body],
    ['Account', (await get(server, token, `/api/v1/accounts/${account.id}`)).body],
    ['CredentialAccount', (await get(server, token, '/api/v1/accounts/verify_credentials')).body],
    ['Instance', (await get(server, token, '/api/v2/instance')).body],
    ['V1Instance', (await get(server, token, '/api/v1/instance')).body],
    ...(await answersAboutPosts(server)),
    ...(await answersAboutPeople(server)),
  ];
  for (const [name, value] of answers) {
    const schema = components.schemas[name];
    expect(breaches(components.schemas, schema ?? {}, {}, name), `${name} asks for nothing`).not.toEqual([]);
    expect(breaches(components.schemas, schema ?? {}, value, name)).toEqual([]);
  }
});

/** Relationships, notifications and markers, of a member who is followed and named. */
async function answersAboutPeople(server: Server): Promise<[string, unknown][]> {
  const lot = await aMember(server, 'lot');
  const noor = await aMember(server, 'noor');
  const { id } = lot.account;
  const read = async (path: string) => (await ask(server, lot, 'GET', path)).body;
  const followed = await ask(server, noor, 'POST', `/api/v1/accounts/${id}/follow`);
  await post(server, noor.token, 'Dag @lot');
  const [notification] = (await read('/api/v1/notifications')) as unknown[];
  const [familiar] = (await read(`/api/v1/accounts/familiar_followers?id[]=${id}`)) as unknown[];
  const { notifications } = (await read('/api/v1/markers')) as { notifications: unknown };
  return [
    ['Relationship', followed.body],
    ['Notification', notification],
    ['GroupedNotificationsResults', await read('/api/v2/notifications')],
    ['NotificationPolicy', await read('/api/v2/notifications/policy')],
    ['V1NotificationPolicy', await read('/api/v1/notifications/policy')],
    ['FamiliarFollowers', familiar],
    ['Preferences', await read('/api/v1/preferences')],
    ['Marker', notifications],
  ];
}

/** Posts that were edited, answered, passed on and kept, and the tags on them. */
async function answersAboutPosts(server: Server): Promise<[string, unknown][]> {
  const mia = await aMember(server, 'mia');
  const { id } = await say(server, mia, 'Aan @mia over #dossier');
  const answer = await say(server, mia, 'Antwoord', { in_reply_to_id: id });
  const path = `/api/v1/statuses/${id}`;
  const ask = async (method: string, of: string, sent?: Record<string, unknown>) =>
    (await call<unknown>(server, mia, method, of, sent)).body;
  const edited = await ask('PUT', path, { status: 'Aan @mia over #archief', spoiler_text: 'Let op' });
  const [version] = (await ask('GET', `${path}/history`)) as unknown[];
  const boosted = await ask('POST', `${path}/reblog`);
  const [home] = (await ask('GET', '/api/v1/timelines/home')) as unknown[];
  await ask('POST', `${path}/favourite`);
  const [thanker] = (await ask('GET', `${path}/favourited_by`)) as unknown[];
  const followed = await ask('POST', '/api/v1/tags/archief/follow');
  return [
    ['Status', edited],
    ['Status', boosted],
    ['Status', home],
    ['Status', await ask('POST', `${path}/bookmark`)],
    ['StatusEdit', version],
    ['StatusSource', await ask('GET', `${path}/source`)],
    ['Context', await ask('GET', `${path}/context`)],
    ['Context', await ask('GET', `/api/v1/statuses/${answer.id}/context`)],
    ['Account', thanker],
    ['Tag', followed],
    ['Tag', await ask('GET', '/api/v1/tags/archief')],
    ['Status', await ask('DELETE', path)],
  ];
}
