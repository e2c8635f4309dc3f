import { useCallback, useState } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { AddRecipe } from '@/components/settings/AddRecipe';
import { allowSites } from '@/components/settings/allow-sites';
import { RecipeList } from '@/components/settings/RecipeList';
import { SiteList } from '@/components/settings/SiteList';
import { Section } from '@/components/ui/Section';
import { ask } from '@/utils/messaging/ask';
import type { SettingsView } from '@/utils/messaging/views';
import { requestOrigins } from '@/utils/platform/gesture';
import { addRecipe, chooseSystem, exportRecipe } from './actions';
import { Teach } from './Teach';

/** Where Deelgenoot may ask, and what it knows of the systems there. */
export function Sites({ settings: { sites, systems, recipes } }: { settings: SettingsView }) {
  const { t } = useText();
  const [taught, setTaught] = useState<string | null>(null);
  const close = useCallback(() => setTaught(null), []);
  return (
    <Section title={t('options.sites')} id="sites" items={sites.length}>
      <p>{t('options.sites-lead')}</p>
      <SiteList
        sites={sites}
        systems={systems}
        onAllow={(origin) => allowSites([origin], requestOrigins)()}
        onRemove={(origin) => settle(ask('site:remove', { origin }))}
        onChoose={chooseSystem}
        onTeach={setTaught}
        onTry={(origin, tries) => settle(ask('site:try', { origin, tries }))}
      />
      <Teach site={sites.find(({ origin }) => origin === taught) ?? null} onClose={close} />
      <Section title={t('options.recipes')} size="sub" items={recipes.length}>
        <p>{t('options.recipes-lead')}</p>
        <RecipeList
          recipes={recipes}
          onExport={exportRecipe}
          onRemove={({ id }) => settle(ask('recipe:remove', { recipeId: id }))}
        />
        <AddRecipe onAdd={addRecipe} />
      </Section>
    </Section>
  );
}
