import type { Page } from 'playwright-core';
import { extensionUrl } from '@/scripts/browsers/chromium';
import { openTab } from './chromium-world';
import { SMALL_DMS_RECIPE } from './small-dms';
import type { Tour } from './tour';
import { openPopupTab } from './tour-steps';

/** Adds recipes, a wrong one too, and says of the intranet that it is a system that nobody is sure of. */
export async function ownRecipes({ world, intranet, look }: Tour): Promise<void> {
  const { context, t } = world;
  const site = await openTab(context, intranet.origin);
  const options = await openTab(context, extensionUrl('options.html#sites'));
  await addRecipe(options, t('options.recipe-add'), { ...SMALL_DMS_RECIPE, signals: [] });
  await options.getByRole('alert').waitFor();
  await look('options-recipe-wrong', options);
  await addRecipe(options, t('options.recipe-add'), { ...SMALL_DMS_RECIPE, tested: [], confidence: 'low' });
  await options.getByText(t('options.recipe-added', { name: SMALL_DMS_RECIPE.name })).waitFor();
  await options.getByText(t('options.site-choose')).click();
  const choice = options.getByLabel(t('options.site-system-on', { site: new URL(intranet.origin).host }));
  await choice.selectOption({ label: SMALL_DMS_RECIPE.name });
  await options.getByText(t('systems.unsure')).waitFor();
  await look('options-recipes', options);
  const popup = await openPopupTab(world, site);
  await look('popup-unsure', popup);
  await popup.getByLabel(t('systems.try')).check();
  await popup.getByText(t('systems.trying')).waitFor();
  await popup.close();
  await options.bringToFront();
  await choice.selectOption({ label: t('options.site-choose-recognise') });
  await options.close();
  await site.close();
}

async function addRecipe(options: Page, label: string, recipe: object): Promise<void> {
  const buffer = Buffer.from(JSON.stringify(recipe));
  await options
    .getByLabel(label)
    .setInputFiles({ name: 'klein-dms.json', mimeType: 'application/json', buffer });
}
