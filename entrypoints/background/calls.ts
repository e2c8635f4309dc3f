import type { Community } from '@/utils/community/community';
import type { OperationValues } from '@/utils/community/connector';
import { DAY_MS, isRecent } from '@/utils/kernel/clock';
import type { Result } from '@/utils/kernel/result';
import type { CallView } from '@/utils/messaging/call-view';
import { type Call, callAt, callsOfPolicy } from '@/utils/prompting/call';
import type { Database } from '@/utils/storage/database';
import type { Services } from './services';

const ASK_AGAIN_MS = DAY_MS;

/** What it takes to know who calls. */
export interface Callers extends Pick<Services, 'policy' | 'clock'> {
  readonly db: Pick<Database, 'communities'>;
}

/** The call that holds now, or null: the organisation's own goes before those of communities. */
export async function callNow({ policy, clock, db }: Callers): Promise<Call | null> {
  const [{ policy: managed }, communities] = await Promise.all([policy(), db.communities.toArray()]);
  const called = communities.flatMap(({ calls = [] }) => calls.map((call) => ({ ...call, verbs: [] })));
  return callAt([...callsOfPolicy(managed), ...called], clock());
}

export function callView(call: Call | null): CallView | null {
  return call === null ? null : { text: call.text, lastAt: call.until - 1 };
}

/**
 * Looks what the connected communities call for, and what they take by now: in each at most once a day, whether it answers
 * or not.
 */
export async function refreshCalls(services: Services): Promise<void> {
  if (navigator.onLine === false) return; // the day's look would be spent on nothing
  const { db, perform, announce } = services;
  for (const community of await takeTurns(services)) {
    const found = community.hasCalls === false ? null : await perform<'calls'>(community, { verb: 'calls' });
    if (found?.ok === false && found.error.kind === 'retry') continue;
    const news = { ...newCalls(community, found), ...(await newCapabilities(services, community)) };
    if (Object.keys(news).length === 0) continue;
    await db.communities.update(community.id, news);
    announce();
  }
}

/** One that knows of no calls, or was not asked, leaves what there is. */
function newCalls(
  { calls = [] }: Community,
  found: Result<OperationValues['calls'], unknown> | null,
): Pick<Community, 'calls'> {
  if (!found?.ok || JSON.stringify(found.value) === JSON.stringify(calls)) return {};
  return { calls: [...found.value] };
}

/** Its server may be newer than the sign-in, or the sign-in older than these questions. */
async function newCapabilities(
  { perform }: Services,
  community: Community,
): Promise<Pick<Community, 'format' | 'pictures' | 'hasCalls' | 'titleLimits'>> {
  const said = await perform<'capabilities'>(community, { verb: 'capabilities' });
  if (!said.ok) return {};
  const { format, pictures, hasCalls = false, titleLimits } = said.value;
  const isSame = JSON.stringify(titleLimits) === JSON.stringify(community.titleLimits);
  return {
    ...(isSame ? {} : { titleLimits }),
    ...(hasCalls === community.hasCalls ? {} : { hasCalls }),
    ...(format === (community.format ?? 'plain') ? {} : { format }),
    ...(pictures === (community.pictures ?? 0) ? {} : { pictures }),
  };
}

/** Those whose last look is a day old, noted as looked at: popup and delivery may come at once. */
async function takeTurns({ db, clock }: Services): Promise<readonly Community[]> {
  const now = clock();
  const readDue = async (): Promise<Community[]> =>
    (await db.communities.toArray()).filter(
      ({ signedOut, callsAskedAt }) =>
        !signedOut && (callsAskedAt === undefined || !isRecent(callsAskedAt, ASK_AGAIN_MS, now)),
    );
  if ((await readDue()).length === 0) return []; // mostly: then nothing has to wait for a write
  return db.transaction('rw', db.communities, async () => {
    const due = await readDue();
    for (const { id } of due) await db.communities.update(id, { callsAskedAt: now });
    return due;
  });
}
