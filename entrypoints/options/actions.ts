import type { Imported } from '@/components/settings/OwnData';
import type { Trouble } from '@/components/ui/trouble';
import { fail } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import { copyText, downloadText } from '@/utils/platform/gesture';

/** Hands the person a file with everything of theirs. */
export async function exportData(): Promise<Trouble | null> {
  const answer = await ask('data:export', {});
  if (!answer.ok) return answer.error;
  const day = new Date().toISOString().slice(0, 10);
  downloadText(`deelgenoot-${day}.json`, answer.value.json, 'application/json');
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

export async function copy(text: string): Promise<Trouble | null> {
  return (await copyText(text)) ? null : { code: 'copy-refused' };
}
