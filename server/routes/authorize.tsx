/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { MINUTE_MS } from '@/utils/kernel/clock';
import { covers, scopesOf } from '../auth/scopes';
import { makeSecret } from '../auth/secrets';
import { isOwnForm, visitorOf } from '../auth/session';
import { allowFormTo } from '../doorway';
import { ConsentForm } from '../pages/forms';
import { wordsFor } from '../pages/words';
import { flag, one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { type Application, addCode, findApplication } from '../store/applications';
import { isoTime } from '../store/store';
import { Notice, page, toSignIn } from './frame';
import { OUT_OF_BAND } from './oauth';

const CODE_MS = 10 * MINUTE_MS;
const PASSED_ON = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** What an app asks for, checked so far that an answer may go back to it. */
interface Asked {
  readonly application: Application;
  readonly redirectUri: string;
  readonly scopes: string;
  readonly challenge: string | null;
  readonly state: string | undefined;
}

/** The page on which a member lets an app in. */
export function authorizeRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/oauth/authorize', (context) => consentPage(context, ports));
  routes.post('/oauth/authorize', (context) => decide(context, ports));
  return routes;
}

/** An address that was not registered, or an app that nobody knows, is told to the person and never gone to. */
async function readAsked(ports: Ports, parameters: Parameters): Promise<Asked | null> {
  const application = await findApplication(ports.store, one(parameters, 'client_id') ?? '');
  const redirectUri = one(parameters, 'redirect_uri') ?? '';
  if (application === undefined || !application.redirectUris.includes(redirectUri)) return null;
  const challenge = one(parameters, 'code_challenge') ?? null;
  const method = one(parameters, 'code_challenge_method') ?? 'plain';
  if (one(parameters, 'response_type') !== 'code' || (challenge !== null && method !== 'S256')) return null;
  const scopes = scopesOf(one(parameters, 'scope') ?? 'read');
  if (scopes === null || !covers(application.scopes, scopes)) return null;
  return { application, redirectUri, scopes, challenge, state: one(parameters, 'state') };
}

async function consentPage(context: Context, ports: Ports) {
  const parameters = await readParameters(context);
  const asked = await readAsked(ports, parameters);
  if (asked === null) return refusePage(context, ports);
  const visitor = await visitorOf(context, ports);
  if (visitor === null || flag(parameters, 'force_login')) return toSignIn(context, ports);
  const words = wordsFor(context, ports);
  const request = Object.fromEntries(
    PASSED_ON.flatMap((name) =>
      one(parameters, name) === undefined ? [] : [[name, one(parameters, name) ?? '']],
    ),
  );
  if (asked.redirectUri !== OUT_OF_BAND) allowFormTo(context, asked.redirectUri);
  const form = (
    <ConsentForm
      words={words}
      application={asked.application}
      account={visitor.account.display_name}
      csrf={visitor.csrf}
      scopes={asked.scopes}
      request={request}
      returnsTo={
        asked.redirectUri === OUT_OF_BAND ? words.t('server.this-page') : new URL(asked.redirectUri).host
      }
    />
  );
  return page(
    context,
    ports,
    visitor,
    words.t('server.consent-title', { application: asked.application.name }),
    form,
  );
}

async function decide(context: Context, ports: Ports) {
  const parameters = await readParameters(context);
  const asked = await readAsked(ports, parameters);
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return context.redirect('/sign-in', 303);
  const own = isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? '');
  if (asked === null || !own) return refusePage(context, ports);
  if (one(parameters, 'decision') !== 'allow') return goBack(context, asked, { error: 'access_denied' });
  const code = makeSecret(ports.randomBytes);
  await addCode(ports.store, code, {
    client_id: asked.application.client_id,
    account_id: visitor.account.id,
    redirect_uri: asked.redirectUri,
    scopes: asked.scopes,
    challenge: asked.challenge,
    expires_at: isoTime(ports.clock() + CODE_MS),
  });
  if (asked.redirectUri !== OUT_OF_BAND) return goBack(context, asked, { code });
  const { t } = wordsFor(context, ports);
  const body = (
    <div class="card">
      <h1>{t('server.code-title')}</h1>
      <p>
        <code>{code}</code>
      </p>
    </div>
  );
  return page(context, ports, visitor, t('server.code-title'), body);
}

function goBack(
  context: Context,
  { redirectUri, state }: Asked,
  answer: Readonly<Record<string, string>>,
): Response {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  if (state !== undefined) url.searchParams.set('state', state);
  return context.redirect(url.href, 303);
}

async function refusePage(context: Context, ports: Ports) {
  const { t } = wordsFor(context, ports);
  const body = <Notice title={t('server.app-refused')} about={t('server.app-refused-about')} />;
  return page(context, ports, await visitorOf(context, ports), t('server.app-refused'), body, 400);
}
