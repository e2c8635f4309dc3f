import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createThrottle } from './auth/throttle';
import { allowApps, isForApps, protectPage, refuseStranger } from './doorway';
import type { Ports } from './ports';
import { answerRefusal, Refusal } from './problem';
import { authorizeRoutes } from './routes/authorize';
import { editingRoutes } from './routes/editing';
import { failedPage, notFoundPage } from './routes/frame';
import { instanceRoutes } from './routes/instance';
import { joiningRoutes } from './routes/joining';
import { oauthRoutes } from './routes/oauth';
import { pageRoutes } from './routes/pages';
import { peopleRoutes } from './routes/people';
import { postingRoutes } from './routes/posting';
import { reactionRoutes } from './routes/reactions';
import { resettingRoutes } from './routes/resetting';
import { signingInRoutes } from './routes/signing-in';
import { statusRoutes } from './routes/statuses';
import { tagRoutes } from './routes/tags';
import { timelineRoutes } from './routes/timelines';

const LARGEST_BODY = 1024 * 1024;

interface AppOptions {
  /** Called when somebody became a member: the coordinator's link may be spent by now. */
  readonly onJoined?: () => void;
}

/** The whole community server as a function of its ports. */
export function createApp(ports: Ports, { onJoined = () => undefined }: AppOptions = {}): Hono {
  const app = new Hono({ strict: false }); // toot asks for `/oauth/authorize/`
  app.use(async (context, next) => {
    const refused = refuseStranger(context, ports);
    if (refused !== null) return refused;
    if (isForApps(context)) {
      allowApps(context);
      if (context.req.method === 'OPTIONS') return context.body(null, 204);
      await next();
    } else {
      await next();
      protectPage(context);
    }
    return undefined;
  });
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }));
  app.onError((error, context) => answerError(context, ports, error));
  app.notFound((context) =>
    isForApps(context) ? context.json({ error: 'Record not found' }, 404) : notFoundPage(context, ports),
  );
  for (const routes of [
    instanceRoutes(ports),
    oauthRoutes(ports),
    authorizeRoutes(ports),
    postingRoutes(ports),
    statusRoutes(ports),
    editingRoutes(ports),
    reactionRoutes(ports),
    tagRoutes(ports),
    timelineRoutes(ports),
    peopleRoutes(ports),
    joiningRoutes(ports, onJoined),
    resettingRoutes(ports),
    signingInRoutes(ports, createThrottle(ports.clock)),
    pageRoutes(ports),
  ]) {
    app.route('/', routes);
  }
  return app;
}

function tooLarge(context: Context): Response {
  return context.json({ error: 'The body is too large' }, 413);
}

function answerError(context: Context, ports: Ports, error: Error): Response | Promise<Response> {
  const expected = error instanceof Refusal;
  if (!expected) console.error(error);
  const refusal = expected ? error : new Refusal(500, 'The server failed; try again');
  return isForApps(context) ? answerRefusal(context, refusal) : failedPage(context, ports, refusal.status);
}
