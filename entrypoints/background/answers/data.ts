import { browser } from 'wxt/browser';
import { type Result, succeed } from '@/utils/kernel/result';
import type { Problem, Replies } from '@/utils/messaging/contract';
import { countInState, NOT_ARRIVED } from '@/utils/outbox/counts';
import { exportData, wipe } from '@/utils/storage/export-data';
import { importData } from '@/utils/storage/import-data';
import { inspect } from '@/utils/storage/inspect';
import { updateBadge } from '../badge';
import { pruneOldTexts } from '../forget';
import { stopTeaching } from '../lessons';
import { forgetLoss } from '../loss';
import { recallPrompts, recallUnwanted } from '../recall';
import type { Sync } from '../schedule-sync';
import type { Services } from '../services';
import { unattended } from '../unattended';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

export async function exportAll({ db, clock }: Services): Reply<'data:export'> {
  await inspect(db, clock()); // one row that is odd would make the whole file unreadable
  return succeed({ json: await exportData(db, clock()) });
}

export async function importAll(services: Services, sync: Sync, json: string): Reply<'data:import'> {
  const { db, recipes, announce } = services;
  const imported = await importData(db, json);
  await recipes.renew();
  await pruneOldTexts(services, { whole: true }); // what a file brought may be old already
  await recallUnwanted(services);
  announce();
  if (imported.ok) unattended(sync.now());
  return imported;
}

export async function countUnsent({ db }: Services): Reply<'data:unsent'> {
  return succeed({ drafts: await db.drafts.count(), entries: await countInState(db, NOT_ARRIVED) });
}

/** Everything that is kept, in the database and for the session, and every permission that was given. */
export async function wipeAll(services: Services): Reply<'data:wipe'> {
  const { db, recipes, library, announce } = services;
  await stopTeaching(services);
  await recallPrompts(services, 'page-gone');
  await wipe(db);
  library.emptied();
  await recipes.renew();
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false); // named by policy: stays
  announce();
  unattended(updateBadge(services));
  return succeed(null);
}

/** The person knows that the browser lost what was here. */
export async function lossRead(services: Services): Reply<'loss:read'> {
  await forgetLoss();
  await updateBadge(services);
  services.announce();
  return succeed(null);
}
