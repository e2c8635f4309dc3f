import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { FilePicker } from '@/components/ui/FilePicker';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { Trouble } from '@/components/ui/trouble';
import type { Result } from '@/utils/kernel/result';
import type { Replies } from '@/utils/messaging/contract';
import { describeMistake } from './recipe-mistake';
import styles from './rows.module.css';

export type Added = Result<Replies['recipe:add'], Trouble>;

/** Takes a recipe from a file, or says in one sentence what is wrong with it. */
export function AddRecipe({ onAdd }: { onAdd: (file: File) => Promise<Added> }) {
  const { t } = useText();
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <>
      <div class={styles.actions}>
        <FilePicker
          label={t('options.recipe-add')}
          accept="application/json,.json"
          onPick={(file) => void onAdd(file).then(setAdded)}
        />
      </div>
      {added !== null && <AddedResult added={added} />}
    </>
  );
}

function AddedResult({ added }: { added: Added }) {
  const { t } = useText();
  if (!added.ok) return <ProblemNotice problem={added.error} />;
  const { value: recipe } = added;
  if (recipe.ok)
    return <Notice tone="success">{t('options.recipe-added', { name: recipe.value.name })}</Notice>;
  const why = describeMistake(t, recipe.error);
  return <Notice tone="error">{t('options.recipe-not-added', { why })}</Notice>;
}
