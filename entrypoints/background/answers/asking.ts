import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { originOf } from '@/utils/settings/policy';
import { type Forgotten, PAUSED_ALWAYS, type SensitivePages } from '@/utils/settings/settings';
import { settleOffer, withoutPast } from '../asking';
import { recallUnwanted } from '../recall';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

/** Refuses hours that end before they begin, and leave that does. */
export async function saveAsking(
  services: Services,
  { hours, perWeek }: RequestOf<'asking:save'>,
): Reply<'asking:save'> {
  if (hours.from >= hours.to || hours.daysOff.some(({ from, to }) => from > to)) {
    return fail({ code: 'bad-request' });
  }
  const daysOff = withoutPast(hours.daysOff, services.clock());
  await services.changeSettings({ asking: { ...hours, daysOff }, perWeek });
  await recallUnwanted(services);
  return succeed(null);
}

export async function forgetLearned(services: Services, wanted: Forgotten): Reply<'asking:forget'> {
  const { forgotten } = await services.settings();
  const { kind, site, verb } = wanted;
  // Of the same thing the newest says all that the older ones do.
  const others = forgotten.filter((one) => one.kind !== kind || one.site !== site || one.verb !== verb);
  const same = forgotten.filter((one) => !others.includes(one));
  const at = Math.max(wanted.at, ...same.map((one) => one.at));
  await services.changeSettings({ forgotten: [...others, { ...wanted, at }] });
  return succeed(null);
}

export async function goOnAsking(services: Services): Reply<'asking:go-on'> {
  await settleOffer(services);
  services.announce();
  return succeed(null);
}

export async function stopAsking(services: Services): Reply<'asking:stop'> {
  await settleOffer(services);
  await services.changeSettings({ pausedUntil: PAUSED_ALWAYS });
  await recallUnwanted(services);
  return succeed(null);
}

export async function addSensitive(services: Services, pages: SensitivePages): Reply<'sensitive:add'> {
  if (originOf(pages.site) !== pages.site) return fail({ code: 'bad-request' });
  const { sensitive } = await services.settings();
  if (!sensitive.some((one) => isSame(one, pages))) {
    await services.changeSettings({ sensitive: [...sensitive, pages] });
  }
  await recallUnwanted(services);
  return succeed(null);
}

export async function removeSensitive(services: Services, pages: SensitivePages): Reply<'sensitive:remove'> {
  const { sensitive } = await services.settings();
  await services.changeSettings({ sensitive: sensitive.filter((one) => !isSame(one, pages)) });
  return succeed(null);
}

function isSame(one: SensitivePages, other: SensitivePages): boolean {
  return one.site === other.site && one.path === other.path;
}
