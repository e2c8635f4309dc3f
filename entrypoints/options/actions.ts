import { settle } from '@/components/hooks/settle';
import type { Added } from '@/components/settings/AddRecipe';
import type { Imported } from '@/components/settings/OwnData';
import type { AsideActions } from '@/components/settings/PutAside';
import type { SystemChosen } from '@/components/settings/SystemChoice';
import type { Trouble } from '@/components/ui/trouble';
import { fail, type Result } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { RecipeRow } from '@/utils/messaging/site-views';
import { copyText, downloadText } from '@/utils/platform/gesture';

/** Hands the person a file with everything of theirs. */
export function exportData(): Promise<Trouble | null> {
  return download('deelgenoot', ask('data:export', {}));
}

async function download(
  name: string,
  answered: Promise<Result<{ readonly json: string }, Problem>>,
): Promise<Trouble | null> {
  const answer = await answered;
  if (!answer.ok) return answer.error;
  const day = new Date().toISOString().slice(0, 10);
  downloadText(`${name}-${day}.json`, answer.value.json, 'application/json');
  return null;
}

/** Gives a chosen file to the background, which checks it. */
export async function importData(file: File): Promise<Imported> {
  try {
    return await ask('data:import', { json: await file.text() });
  } catch {
    return fail({ code: 'file-unreadable' }); // moved or locked since it was chosen
  }
}

/** Gives a chosen file to the background, which says what is wrong with it. */
export async function addRecipe(file: File): Promise<Added> {
  try {
    return await ask('recipe:add', { text: await file.text() });
  } catch {
    return fail({ code: 'file-unreadable' }); // moved or locked since it was chosen
  }
}

/** Hands the person one recipe as a file. */
export async function exportRecipe({ id }: RecipeRow): Promise<Trouble | null> {
  const answer = await ask('recipe:export', { recipeId: id });
  if (!answer.ok) return answer.error;
  downloadText(`${id}.json`, answer.value.json, 'application/json');
  return null;
}

export function chooseSystem(origin: string, chosen: SystemChosen): Promise<Trouble | null> {
  return settle(
    chosen === 'recognise' ? ask('site:recognise', { origin }) : ask('site:choose', { origin, ...chosen }),
  );
}

export async function copy(text: string): Promise<Trouble | null> {
  return (await copyText(text)) ? null : { code: 'copy-refused' };
}

/** Hands the person the ledger as a file. */
export function exportLedger(): Promise<Trouble | null> {
  return download('deelgenoot-gezien', ask('ledger:export', {}));
}

/** What one can do with what was put aside. */
export const asideActions: AsideActions = {
  save: () => download('deelgenoot-opzij', ask('aside:export', {})),
  remove: (upTo) => settle(ask('aside:remove', { upTo })),
  copy,
};
