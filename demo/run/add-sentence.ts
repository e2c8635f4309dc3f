import type { Page, Response } from 'playwright-core';
import type { Text } from '@/utils/language';

interface Addition {
  readonly t: Text;
  /** Of a document on the demo intranet. */
  readonly address: string;
  readonly sentence: string;
}

/** Changes a document as people do: signs in where that is asked, types at the end and saves. Answers the save's response. */
export async function addSentence(page: Page, { t, address, sentence }: Addition): Promise<Response> {
  await page.goto(address);
  const signIn = page.getByRole('button', { name: t('intranet.sign-in.button') });
  const edit = page.getByRole('link', { name: t('intranet.actions.edit') });
  await signIn.or(edit).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await edit.click();
  await page.getByLabel(t('intranet.documents.text')).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(`\n\n${sentence}`);
  const saves = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: t('intranet.actions.save'), exact: true }).click();
  const saved = await saves;
  await page.waitForURL(address);
  return saved;
}
