import { browser } from 'wxt/browser';
import type { Community } from '@/utils/community/community';
import { pageOf, platformOf } from '@/utils/community/register';
import { DAY_MS } from '@/utils/kernel/clock';
import type { SiteView } from '@/utils/messaging/site-views';
import type { CommunityView, KeptView, Overview } from '@/utils/messaging/views';
import { KEPT_DAYS, type Prompt } from '@/utils/prompting/prompt';
import { originOf, policyOrigins } from '@/utils/settings/policy';
import { activitySentence } from './activity-words';
import { askingNotices } from './asking';
import { callNow, callView } from './calls';
import { discardedViews } from './discarded';
import { draftRows } from './draft-rows';
import { lostAt } from './loss';
import { arrivedPosts } from './posts';
import { siteSystem } from './recipe-views';
import type { Services } from './services';
import { isPermitted } from './sites';
import { firstWaiting } from './waiting';

/** The popup shows five before "more"; whoever asks for more than these gets them by `waiting:read`. */
const FIRST_ROWS = 25;

/** Everything that the popup shows, about the page in front and about this person's posts. */
export async function composeOverview(services: Services, pageUrl: string | undefined): Promise<Overview> {
  const { db } = services;
  const [settings, { policy, problem }, words, communities] = await Promise.all([
    services.settings(),
    services.policy(),
    services.words(),
    db.communities.toArray(),
  ]);
  const { address, name } = policy.community ?? {};
  return {
    version: browser.runtime.getManifest().version,
    organisation: policy.organisation ?? null,
    language: words.language,
    site: await siteView(services, pageUrl),
    sitesToAsk: await sitesToAsk(services, policyOrigins(policy)),
    policyCommunity: address === undefined ? null : { address, name: name ?? null },
    communities: communityViews(communities),
    drafts: await draftRows(db),
    waiting: await firstWaiting(services, FIRST_ROWS),
    discarded: await discardedViews(services),
    arrived: await arrivedPosts(services, communities),
    kept: await keptPrompts(services),
    pausedUntil: pauseStillOn(settings.pausedUntil, services.clock()),
    asking: await askingNotices(services),
    call: callView(await callNow(services)),
    policyProblem: problem,
    welcomed: settings.welcomed,
    aside: await db.quarantine.where({ seen: 0 }).count(),
    lostAt: await lostAt(),
  };
}

/** What people see of communities; two of one name are told apart by where they stand. */
export function communityViews(communities: readonly Community[]): CommunityView[] {
  const views = communities.map(communityView);
  const isShared = ({ name }: CommunityView): boolean =>
    name.trim() !== '' && views.filter((one) => one.name === name).length > 1;
  return views.map((view) =>
    isShared(view) ? { ...view, name: `${view.name} (${view.address.replace(/^https?:\/\//u, '')})` } : view,
  );
}

export function communityView(community: Community): CommunityView {
  const { id, origin, name, accountName, accountHandle, scope, maxCharacters, audiences, signedOut } =
    community;
  const canInvite = community.canInvite ?? false;
  return {
    id,
    origin,
    address: pageOf(community),
    name,
    accountName,
    accountHandle,
    scope,
    maxCharacters,
    titleLimits: community.titleLimits ?? null,
    formats: (community.format ?? 'plain') !== 'plain',
    audiences,
    needsPlace: community.needsPlace ?? false,
    canInvite,
    pictures: community.pictures ?? 0,
    signedOut,
    ...platformView(community),
  };
}

type PlatformView = Pick<CommunityView, 'platform' | 'evidence' | 'signedInBy' | 'mayDo'>;

function platformView({ connector, signedInBy, mayDo = [] }: Community): PlatformView {
  const platform = platformOf(connector);
  return {
    platform: platform?.title ?? connector,
    evidence: platform?.evidence ?? { kind: 'documentation' },
    signedInBy: signedInBy ?? null,
    mayDo,
  };
}

export function pauseStillOn(until: number | null, now: number): number | null {
  return until !== null && until > now ? until : null;
}

async function siteView(services: Services, pageUrl: string | undefined): Promise<SiteView | null> {
  if (pageUrl === undefined) return null;
  const origin = originOf(pageUrl);
  if (origin === null)
    return {
      origin: pageUrl,
      status: 'ungrantable',
      system: null,
      chosen: false,
      tries: false,
      lastActivity: null,
    };
  const site = await services.db.sites.get(origin);
  const { policy } = await services.policy();
  const permitted = await isPermitted(origin);
  const missing =
    site === undefined
      ? policyOrigins(policy).includes(origin)
        ? 'named-by-policy'
        : 'not-granted'
      : 'permission-lost';
  return {
    origin,
    status: site !== undefined && permitted ? 'granted' : missing,
    system: siteSystem(site, await services.recipes.current()),
    chosen: site?.chosen ?? false,
    tries: site?.tries ?? false,
    lastActivity: await lastActivity(services, origin),
  };
}

async function lastActivity(services: Services, origin: string): Promise<SiteView['lastActivity']> {
  const last = await services.db.prompts
    .orderBy('createdAt')
    .reverse()
    .filter(({ activity }) => activity.site === origin)
    .first();
  if (last === undefined) return null;
  const { t } = await services.words();
  return { sentence: activitySentence(t, last.activity), at: last.activity.at, reason: last.reason };
}

/** Named by policy, or allowed once, and without permission now. */
async function sitesToAsk(services: Services, named: readonly string[]): Promise<string[]> {
  const listed = (await services.db.sites.toArray()).map(({ origin }) => origin);
  const all = [...new Set([...named, ...listed])];
  const held = await Promise.all(all.map(isPermitted));
  return all.filter((origin, index) => !held[index] || !listed.includes(origin));
}

async function keptPrompts(services: Services): Promise<KeptView[]> {
  const { t } = await services.words();
  const since = services.clock() - KEPT_DAYS * DAY_MS;
  const waits = ({ state }: Prompt): boolean => state === 'kept' || state === 'silent';
  const prompts = await services.db.prompts.where('createdAt').above(since).filter(waits).reverse().toArray();
  return prompts.map(({ id, activity, state, reason, createdAt }) => ({
    promptId: id,
    activity,
    sentence: activitySentence(t, activity),
    state,
    reason,
    expiresAt: createdAt + KEPT_DAYS * DAY_MS,
  }));
}
