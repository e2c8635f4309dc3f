/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { type Ask, type Env, field, localPath } from '../context';
import { SignInForm } from '../pages/SignInForm';
import { type Sessions, takeMishap } from '../sessions';
import { show } from '../show';

const COOKIE = 'documentbeheer';
const PASSWORD = 'welkom';

/** Sign-in and sign-out. */
export function entrance(sessions: Sessions): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/sign-in', (c) => signInPage(c, c.req.query('expired') === '1' ? 'expired' : null));
  routes.post('/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const person = c.get('archive').person(field(form, 'person'));
    if (person === undefined || field(form, 'password') !== PASSWORD) {
      return signInPage(c, 'wrong', field(form, 'next'), field(form, 'person'));
    }
    setCookie(c, COOKIE, sessions.start(person.id).token, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return c.redirect(localPath(field(form, 'next'), '/'), 303);
  });
  routes.post('/sign-out', (c) => {
    sessions.end(getCookie(c, COOKIE) ?? '');
    deleteCookie(c, COOKIE, { path: '/' });
    return c.redirect('/sign-in', 303);
  });
  return routes;
}

function signInPage(c: Ask, notice: 'expired' | 'wrong' | null, next = c.req.query('next'), personId = '') {
  const { people } = c.get('archive');
  const form = (
    <SignInForm
      t={c.get('t')}
      people={people}
      next={localPath(next, '/')}
      notice={notice}
      personId={personId}
      password={PASSWORD}
    />
  );
  return show(c, { title: c.get('t')('intranet.sign-in.title'), body: form });
}

/** Lets signed-in people through; others go to the sign-in page and from there on to what they wanted to read. */
export function gate(sessions: Sessions) {
  return createMiddleware<Env>(async (c, next) => {
    const token = getCookie(c, COOKIE);
    const session = sessions.find(token);
    const person = session && c.get('archive').person(session.personId);
    const isChange = c.req.method === 'POST' && c.req.path !== '/mishap';
    if (session === undefined || person === undefined || (isChange && takeMishap(session, 'expired'))) {
      if (session !== undefined) sessions.end(session.token);
      const wanted = isChange ? c.req.path.replace(/\/(publish|approve)$/, '') : c.req.path;
      const expired = token === undefined ? '' : '&expired=1';
      return c.redirect(`/sign-in?next=${encodeURIComponent(wanted)}${expired}`, 303);
    }
    c.set('session', session);
    c.set('person', person);
    if (isChange && takeMishap(session, 'error')) throw new Error('a failure that the visitor asked for');
    await next();
  });
}
