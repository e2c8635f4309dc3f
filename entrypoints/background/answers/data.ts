import { browser } from 'wxt/browser';
import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { countInState, NOT_ARRIVED } from '@/utils/outbox/counts';
import { exportData, wipe } from '@/utils/storage/export-data';
import { importData } from '@/utils/storage/import-data';
import { updateBadge } from '../badge';
import { pruneOldTexts } from '../forget';
import { stopTeaching } from '../lessons';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function exportAll({ db, clock }: Services): Reply<'data:export'> {
  return succeed({ json: await exportData(db, clock()) });
}

export async function importAll(services: Services, sync: Sync, json: string): Reply<'data:import'> {
  const { db, recipes, announce } = services;
  const imported = await importData(db, json);
  await recipes.renew();
  await pruneOldTexts(services, { whole: true }); // what a file brought may be old already
  announce();
  if (imported.ok) void sync.now();
  return imported;
}

export async function countUnsent({ db }: Services): Reply<'data:unsent'> {
  return succeed({ drafts: await db.drafts.count(), entries: await countInState(db, NOT_ARRIVED) });
}

/** Everything that is kept, in the database and for the session, and every permission that was given. */
export async function wipeAll(services: Services): Reply<'data:wipe'> {
  const { db, recipes, announce } = services;
  await stopTeaching(services);
  await wipe(db);
  await recipes.renew();
  await browser.storage.session.clear();
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false); // named by policy: stays
  announce();
  void updateBadge(services);
  return succeed(null);
}
