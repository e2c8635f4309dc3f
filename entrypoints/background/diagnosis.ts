import { browser } from 'wxt/browser';
import { countInState } from '@/utils/outbox/counts';
import { EntryStateSchema, PARKED_REASONS } from '@/utils/outbox/entry';
import type { Services } from './services';
import { isPermitted } from './sites';

/** Counts and states, never a title, an address of a page or a word of anybody: safe to send to a helpdesk. */
export async function diagnose(services: Services): Promise<string> {
  const { db } = services;
  const [sites, communities, entries, drafts, receipts, prompts] = await Promise.all([
    db.sites.toArray(),
    db.communities.toArray(),
    countEntries(db),
    db.drafts.count(),
    db.receipts.count(),
    db.prompts.toArray(),
  ]);
  const permitted = await Promise.all(sites.map(({ origin }) => isPermitted(origin)));
  const alarms = await browser.alarms.getAll();
  const lines = [
    `Deelgenoot ${browser.runtime.getManifest().version} · ${navigator.userAgent}`,
    `language ${(await services.words()).language} · policy ${(await services.policy()).problem ?? 'ok'}`,
    `sites ${sites.length}, permitted ${permitted.filter(Boolean).length}, recipes ${count(sites.map(({ recipeId }) => recipeId ?? 'none'))}`,
    `communities ${communities.length}, signed out ${communities.filter(({ signedOut }) => signedOut).length}`,
    `drafts ${drafts} · receipts ${receipts} · entries ${entries}`,
    `prompts ${count(prompts.map(({ state, reason }) => `${state}/${reason}`))}`,
    `alarms ${alarms.length}`,
  ];
  return lines.join('\n');
}

/** Entries by state, and what needs the person by reason too: by the indexes, however many there are. */
async function countEntries(db: Services['db']): Promise<string> {
  const counted = [
    ...EntryStateSchema.options.map(async (state) => [state, await countInState(db, [state])] as const),
    ...PARKED_REASONS.map(async (reason) => {
      return [`parked/${reason}`, await db.entries.where({ reason }).count()] as const;
    }),
  ];
  const present = (await Promise.all(counted)).filter(([, number]) => number > 0);
  return present.length === 0 ? '0' : present.map(([what, number]) => `${what} ${number}`).join(', ');
}

function count(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts.size === 0 ? '0' : [...counts].map(([word, times]) => `${word} ${times}`).join(', ');
}
