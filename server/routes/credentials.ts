import { type Context, Hono } from 'hono';
import { memberOf } from '../auth/access';
import { credentialAccountEntity } from '../entities/account';
import { many, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { invalid } from '../problem';
import { renameAccount } from '../store/accounts';
import { isLonger } from './post-fields';

export const LONGEST_NAME = 60;

/** What a member says of themselves, and what their apps should start with. */
export function credentialRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.patch('/api/v1/accounts/update_credentials', (context) => update(context, ports));
  routes.get('/api/v1/preferences', async (context) => {
    await memberOf(context, ports, 'read:accounts');
    return context.json({
      'posting:default:visibility': 'public',
      'posting:default:sensitive': false,
      'posting:default:language': null,
      'posting:default:quote_policy': 'nobody',
      'reading:expand:media': 'default',
      'reading:expand:spoilers': false,
      'reading:autoplay:gifs': false,
    });
  });
  return routes;
}

async function update(context: Context, ports: Ports): Promise<Response> {
  const member = await memberOf(context, ports, 'write:accounts');
  const parameters = await readParameters(context);
  await refuseUnkept(context, parameters);
  const name = nameOf(parameters);
  if (name === undefined) return context.json(await credentialAccountEntity(ports, member));
  await renameAccount(ports.store, member.id, name);
  return context.json(await credentialAccountEntity(ports, { ...member, display_name: name }));
}

/** Undefined where it was not given; a name that is empty is refused, because others see it beside each post. */
function nameOf(parameters: Parameters): string | undefined {
  const [given] = many(parameters, 'display_name').slice(-1);
  if (given === undefined) return undefined;
  const name = given.replace(/\s+/g, ' ').trim();
  if (name === '' || isLonger(LONGEST_NAME, name))
    throw invalid(`Display name is empty or longer than ${LONGEST_NAME} characters`);
  return name;
}

/** What cannot be kept is refused where somebody would believe that it was: words, pictures, who may follow or read. */
async function refuseUnkept(context: Context, parameters: Parameters): Promise<void> {
  const given = (name: string): string => one(parameters, name) ?? '';
  const changed = [
    ['note', given('note') !== ''],
    ['locked', !['', 'false', '0'].includes(given('locked'))],
    ['source[privacy]', !['', 'public'].includes(given('source[privacy]'))],
    ['source[sensitive]', !['', 'false', '0'].includes(given('source[sensitive]'))],
    ['hide_collections', !['', 'false', '0'].includes(given('hide_collections'))],
    ['fields_attributes', Object.keys(parameters).some((name) => isField(name) && given(name) !== '')],
    ...(await picturesIn(context)).map((name) => [name, true] as const),
  ] as const;
  const refused = changed.find(([, differs]) => differs);
  if (refused !== undefined) throw invalid(`${refused[0]} cannot be changed here`);
}

function isField(name: string): boolean {
  return name.startsWith('fields_attributes');
}

async function picturesIn(context: Context): Promise<string[]> {
  if (!(context.req.header('content-type') ?? '').includes('multipart/form-data')) return [];
  const form = await context.req.formData();
  return ['avatar', 'header'].filter((name) => {
    const file = form.get(name);
    return file !== null && typeof file !== 'string' && file.size > 0;
  });
}
