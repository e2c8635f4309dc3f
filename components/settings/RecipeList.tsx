import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Label } from '@/components/ui/Label';
import type { Trouble } from '@/components/ui/trouble';
import type { RecipeRow } from '@/utils/messaging/site-views';
import { describeMistake } from './recipe-mistake';
import styles from './rows.module.css';

interface RecipeListProps {
  recipes: readonly RecipeRow[];
  onExport: (recipe: RecipeRow) => Promise<Trouble | null>;
  onRemove: (recipe: RecipeRow) => Promise<Trouble | null>;
}

/** The recipes that did not come with the package: where from, and which is refused and why. */
export function RecipeList({ recipes, ...rest }: RecipeListProps) {
  const { t } = useText();
  if (recipes.length === 0) return <p>{t('options.no-recipes')}</p>;
  return (
    <ul class={styles.rows}>
      {recipes.map((recipe) => (
        <RecipeListRow key={`${recipe.origin} ${recipe.id}`} recipe={recipe} {...rest} />
      ))}
    </ul>
  );
}

interface RecipeListRowProps extends Omit<RecipeListProps, 'recipes'> {
  recipe: RecipeRow;
}

function RecipeListRow({ recipe, onExport, onRemove }: RecipeListRowProps) {
  const { t } = useText();
  const { origin, mistake } = recipe;
  const name = mistake === null ? recipe.name : t('options.recipe-nameless', { name: recipe.name });
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <p class={styles.title}>{name}</p>
        <p class={styles.detail}>{t(`options.recipe-${origin}`)}</p>
        {mistake !== null && <p>{describeMistake(t, mistake)}</p>}
      </div>
      <Label tone={mistake === null ? 'success' : 'error'}>
        {t(mistake === null ? 'options.recipe-used' : 'options.recipe-refused')}
      </Label>
      <div class={styles.actions}>
        {mistake === null && (
          <ActionButton
            variant="quiet"
            attempt={() => onExport(recipe)}
            done={t('options.exported')}
            label={t('options.recipe-export-label', { name })}
          >
            {t('options.recipe-export')}
          </ActionButton>
        )}
        {origin !== 'policy' && (
          <ActionButton
            variant="quiet"
            attempt={() => onRemove(recipe)}
            done={t('options.recipe-removed')}
            label={t('options.recipe-remove-label', { name })}
          >
            {t('options.recipe-remove')}
          </ActionButton>
        )}
      </div>
    </li>
  );
}
