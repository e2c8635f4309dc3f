import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { TextField } from '@/components/ui/TextField';

interface TitleFieldProps {
  title: string;
  /** What stands there as long as the person writes none. */
  proposed: string;
  /** Titles of pages, which may hold names. */
  pageTitles: readonly string[];
  error: string | null;
  onInput: (title: string) => void;
}

/**
 * The title that will stand there: proposed from what was told, and the person's own once they touch it. While they
 * are in the field the proposal stands still: a newer one would take away what they have selected.
 */
export function TitleField({ title, proposed, pageTitles, error, onInput }: TitleFieldProps) {
  const { t } = useText();
  const [held, setHeld] = useState<string | null>(null);
  const shown = title === '' ? (held ?? proposed) : title;
  const hasPageTitle = pageTitles.some((pageTitle) => pageTitle !== '' && shown.includes(pageTitle));
  const hint = hasPageTitle ? t('sidebar.title-name') : t('sidebar.title-proposed');
  return (
    <div onFocusIn={() => setHeld(proposed)} onFocusOut={() => setHeld(null)}>
      <TextField
        label={t('sidebar.field-title')}
        value={shown}
        hint={hasPageTitle || title === '' ? hint : undefined}
        error={error}
        onInput={(text) => {
          setHeld('');
          onInput(text);
        }}
      />
    </div>
  );
}
