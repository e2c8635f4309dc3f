import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secureBytes } from '@/utils/kernel/random';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { makeSecret } from './auth/secrets';
import { countMembers } from './store/accounts';
import { makeFolder } from './store/database/folder-lock';
import { addInvitation, withdrawCoordinatorInvitations } from './store/invitations';
import type { Store } from './store/store';

const FILE = 'coordinator-link.txt';

/** While nobody is a member yet: a link that works once, also kept in a file that only its owner can read. */
export async function inviteCoordinator(
  store: Store,
  folder: string,
  origin: string,
): Promise<Result<{ link: string; file: string } | null, 'folder-unwritable'>> {
  if ((await countMembers(store)) > 0) {
    forgetLinkFile(folder); // the last run may have been stopped between the joining and this
    return succeed(null);
  }
  await withdrawCoordinatorInvitations(store);
  const secret = makeSecret(secureBytes);
  await addInvitation(store, { secret, invitedBy: null, role: 'coordinator', uses: 1, expiresAt: null });
  const link = `${origin}/invitation/${secret}`;
  const file = join(folder, FILE);
  return writeLink(folder, file, link) ? succeed({ link, file }) : fail('folder-unwritable');
}

function writeLink(folder: string, file: string, link: string): boolean {
  try {
    makeFolder(folder); // on PostgreSQL nothing else is kept in it
    rmSync(file, { force: true }); // an older one may be readable by others: writeFile would keep its mode
    writeFileSync(file, `${link}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false; // the person sees the path
  }
}

/** The link was used: its file would only mislead. */
export function forgetLinkFile(folder: string): void {
  rmSync(join(folder, FILE), { force: true });
}
