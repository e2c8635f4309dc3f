import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createThrottle } from './auth/throttle';
import { doorway, isForApps } from './doorway';
import type { Ports } from './ports';
import { answerRefusal, Refusal } from './problem';
import { createRateLimit } from './rate-limit';
import { announcementRoutes } from './routes/announcements';
import { authorizeRoutes } from './routes/authorize';
import { callRoutes } from './routes/calls';
import { editingRoutes } from './routes/editing';
import { failedPage, notFoundPage } from './routes/frame';
import { instanceRoutes } from './routes/instance';
import { invitationRoutes } from './routes/invitations';
import { invitationApiRoutes } from './routes/invitations-api';
import { joiningRoutes } from './routes/joining';
import { oauthRoutes } from './routes/oauth';
import { pageRoutes } from './routes/pages';
import { peopleRoutes } from './routes/people';
import { postingRoutes } from './routes/posting';
import { reactionRoutes } from './routes/reactions';
import { resettingRoutes } from './routes/resetting';
import { searchRoutes } from './routes/search';
import { searchPageRoutes } from './routes/search-page';
import { signingInRoutes } from './routes/signing-in';
import { statusRoutes } from './routes/statuses';
import { streamingRoutes } from './routes/streaming';
import { tagRoutes } from './routes/tags';
import { timelineRoutes } from './routes/timelines';
import { Hub } from './stream/hub';

const LARGEST_BODY = 1024 * 1024;

interface AppOptions {
  /** Called when somebody became a member: the coordinator's link may be spent by now. */
  readonly onJoined?: () => void;
  /** Requests in five minutes, per member; 0: as many as they like. */
  readonly rateLimit?: number;
  /** Tells listeners what happens; without one the app has its own. */
  readonly hub?: Hub;
}

/** The whole community server as a function of its ports. */
export function createApp(
  ports: Ports,
  { onJoined = () => undefined, rateLimit = 0, hub = new Hub(ports) }: AppOptions = {},
): Hono {
  const app = new Hono({ strict: false }); // toot asks for `/oauth/authorize/`
  app.use(doorway(ports, createRateLimit(rateLimit), hub));
  const limitBody = bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge });
  app.use((context, next) => (saysItIsSmall(context) ? next() : limitBody(context, next)));
  app.use((context, next) => (hasNul(context) ? Promise.resolve(context.notFound()) : next()));
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
    announcementRoutes(ports),
    streamingRoutes(ports, hub),
    invitationApiRoutes(ports),
    invitationRoutes(ports),
    callRoutes(ports),
    searchRoutes(ports),
    joiningRoutes(ports, onJoined),
    resettingRoutes(ports),
    signingInRoutes(ports, createThrottle(ports.clock)),
    searchPageRoutes(ports),
    pageRoutes(ports),
  ]) {
    app.route('/', routes);
  }
  return app;
}

/** A body is never longer than it says; to look at it makes a stream of it, which takes longer than to read it. */
function saysItIsSmall({ req }: Context): boolean {
  const length = req.header('content-length');
  return (
    length !== undefined && req.header('transfer-encoding') === undefined && Number(length) <= LARGEST_BODY
  );
}

/** PostgreSQL refuses a text with NUL in it, and nothing here has such an address. */
function hasNul(context: Context): boolean {
  const { url } = context.req;
  return url.includes('%00') && new URL(url).pathname.includes('%00');
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
