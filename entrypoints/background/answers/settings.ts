import { browser } from 'wxt/browser';
import { type Result, succeed } from '@/utils/kernel/result';
import { LANGUAGES } from '@/utils/language/languages';
import type { Problem, Replies } from '@/utils/messaging/contract';
import type { SiteRow } from '@/utils/messaging/site-views';
import type { SettingsView } from '@/utils/messaging/views';
import type { NeverRule, Retention } from '@/utils/settings/settings';
import { askingView } from '../asking';
import { charterView } from '../charter';
import { communityViews, pauseStillOn } from '../compose-overview';
import { pruneOldTexts } from '../forget';
import { recallUnwanted } from '../recall';
import { recipeViews, siteSystem } from '../recipe-views';
import type { Services } from '../services';
import { isPermitted } from '../sites';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function readSettings(services: Services): Reply<'settings:read'> {
  const [settings, { policy, problem }, { language }] = await Promise.all([
    services.settings(),
    services.policy(),
    services.words(),
  ]);
  const { address, name } = policy.community ?? {};
  const view: SettingsView = {
    language,
    chosenLanguage: settings.language,
    languages: LANGUAGES,
    pausedUntil: pauseStillOn(settings.pausedUntil, services.clock()),
    never: settings.never,
    asking: await askingView(services),
    sites: await siteRows(services),
    ...recipeViews(await services.recipes.current()),
    communities: communityViews(await services.db.communities.toArray()),
    policyCommunity: address === undefined ? null : { address, name: name ?? null },
    policyProblem: problem,
    retentionDays: settings.retentionDays,
    charter: charterView(settings, policy),
    version: browser.runtime.getManifest().version,
  };
  return succeed(view);
}

async function siteRows({ db, recipes }: Services): Promise<SiteRow[]> {
  const sites = await db.sites.orderBy('origin').toArray();
  const inForce = await recipes.current();
  return Promise.all(
    sites.map(async (site) => ({
      origin: site.origin,
      system: siteSystem(site, inForce),
      chosen: site.chosen,
      tries: site.tries,
      granted: await isPermitted(site.origin),
      named: site.named,
    })),
  );
}

/** A pause wins from this moment on: what stands on a page or waits for a quiet moment goes. */
export async function setPause(services: Services, until: number | null): Reply<'pause:set'> {
  await services.changeSettings({ pausedUntil: until });
  await recallUnwanted(services);
  return succeed(null);
}

export async function forgetNever(services: Services, rule: NeverRule): Reply<'settings:forget-never'> {
  const { never } = await services.settings();
  const kept = never.filter(({ site, verb }) => site !== rule.site || verb !== rule.verb);
  await services.changeSettings({ never: kept });
  return succeed(null);
}

/** What is older already goes at once: the person was told so when they chose. */
export async function setRetention(
  services: Services,
  retentionDays: Retention,
): Reply<'settings:retention'> {
  await services.changeSettings({ retentionDays });
  await pruneOldTexts(services, { whole: true });
  return succeed(null);
}
