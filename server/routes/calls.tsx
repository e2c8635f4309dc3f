/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isOwnForm, type Visitor, visitorOf } from '../auth/session';
import { LONGEST_TEXT, MOST_WORDS, readCall } from '../call-form';
import { CallsPage, type CallValues, NO_CALL } from '../pages/CallsPage';
import { wordsFor } from '../pages/words';
import { one, type Parameters, readParameters } from '../parameters';
import type { Ports } from '../ports';
import { currentCalls, endCall, makeCall, type NewCall, today } from '../store/calls';
import { notFoundPage, page, toSignIn } from './frame';

/** The page where the coordinator calls for practices on a theme; for others it is not there. */
export function callRoutes(ports: Ports): Hono {
  const routes = new Hono();
  routes.get('/calls', (context) =>
    asCoordinator(context, ports, (visitor) => callsPage(context, ports, visitor)),
  );
  routes.post('/calls', (context) =>
    asCoordinator(context, ports, (visitor) => make(context, ports, visitor)),
  );
  routes.post('/calls/:id{[0-9]+}/end', (context) =>
    asCoordinator(context, ports, async (visitor) => {
      const csrf = one(await readParameters(context), 'csrf') ?? '';
      if (!isOwnForm(context, ports, visitor, csrf)) return context.redirect('/calls', 303);
      const known = await endCall(ports.store, context.req.param('id'));
      return known ? context.redirect('/calls', 303) : notFoundPage(context, ports);
    }),
  );
  return routes;
}

async function asCoordinator(
  context: Context,
  ports: Ports,
  answer: (visitor: Visitor) => Promise<Response>,
): Promise<Response> {
  const visitor = await visitorOf(context, ports);
  if (visitor === null) return toSignIn(context, ports);
  return visitor.account.role === 'coordinator' ? answer(visitor) : notFoundPage(context, ports);
}

interface Refused {
  readonly values: CallValues;
  readonly problem: string | null;
}

async function callsPage(
  context: Context,
  ports: Ports,
  visitor: Visitor,
  { values, problem }: Refused = { values: NO_CALL, problem: null },
): Promise<Response> {
  const words = wordsFor(context, ports);
  const calls = await currentCalls(ports.store);
  const { csrf } = visitor;
  const body = (
    <CallsPage
      words={words}
      csrf={csrf}
      calls={calls}
      values={values}
      problem={problem}
      today={today(ports)}
    />
  );
  return page(context, ports, visitor, words.t('server.calls'), body, problem === null ? 200 : 422);
}

async function make(context: Context, ports: Ports, visitor: Visitor): Promise<Response> {
  const parameters = await readParameters(context);
  const { t } = wordsFor(context, ports);
  const refuse = (problem: string) =>
    callsPage(context, ports, visitor, { values: valuesOf(parameters), problem });
  if (!isOwnForm(context, ports, visitor, one(parameters, 'csrf') ?? ''))
    return refuse(t('server.form-elsewhere'));
  const wanted = readCall(parameters, today(ports));
  if (!wanted.ok) {
    const said: Readonly<Record<keyof NewCall, string>> = {
      text: t('server.call-text-wrong', { count: LONGEST_TEXT }),
      words: t('server.call-words-wrong', { count: MOST_WORDS }),
      lastDay: t('server.call-until-wrong'),
    };
    return refuse(said[wanted.error]);
  }
  await makeCall(ports.store, wanted.value, visitor.account);
  return context.redirect('/calls', 303);
}

function valuesOf(parameters: Parameters): CallValues {
  const given = (name: string) => one(parameters, name) ?? '';
  return { text: given('text'), words: given('words'), until: given('until') };
}
