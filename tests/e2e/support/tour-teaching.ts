import { type CaseSystem, openCaseSystem } from '@/tests/support/case-system';
import { openTab } from './chromium-world';
import * as extension from './extension-steps';
import { beginLesson, changeCase, endRunInOptions } from './lesson-steps';
import type { Tour } from './tour';
import { openPopupTab } from './tour-steps';

/** Teaches a system that has no recipe, from the first question to the recipe. */
export async function teaching(stops: Tour): Promise<void> {
  const system = await openCaseSystem();
  try {
    await teach(stops, system);
  } finally {
    await system.close();
  }
}

async function teach({ world, look }: Tour, system: CaseSystem): Promise<void> {
  const { context, t } = world;
  const page = await openTab(context, system.origin);
  await extension.allowSite(world, page);
  const options = await beginLesson(world, system, (begun) => look('options-teach', begun));
  for (const [index, run] of (['first', 'second', 'third'] as const).entries()) {
    await changeCase(page, system, { id: `ZK-471${index + 1}`, title: `Zaak ${index}`, note: '' });
    if (run === 'second') {
      const popup = await openPopupTab(world);
      await popup.getByRole('button', { name: t('lesson.next-second') }).waitFor();
      await look('popup-teaching', popup);
      await popup.close();
    }
    await endRunInOptions(world, options, run);
  }
  await look('options-teaching', options);
  await changeCase(page, system, { id: 'ZK-4714', title: '', note: '' }, 'Annuleren');
  await endRunInOptions(world, options, 'cancel');
  await options.getByText(t('lesson.recipe-title')).click();
  await options.getByText(t('lesson.check-good')).waitFor();
  await look('options-taught', options);
  await options.getByLabel(t('lesson.recipe'), { exact: true }).fill('{ "v": 1 }');
  await options.getByRole('alert').waitFor();
  await look('options-taught-wrong', options);
  const popup = await openPopupTab(world);
  await popup.getByRole('button', { name: t('lesson.look') }).waitFor();
  await look('popup-taught', popup);
  await popup.close();
  await options.bringToFront();
  await options.getByRole('button', { name: t('lesson.throw-away') }).click();
  await options.getByText(t('lesson.check-good')).waitFor({ state: 'detached' });
  await options.close();
  await page.close();
}
