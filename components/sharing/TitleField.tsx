import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { TextField } from '@/components/ui/TextField';

interface TitleFieldProps {
  title: string;
  /** What stands there as long as the person writes none. */
  proposed: string;
  /** Titles of pages, which may hold names. */
  pageTitles: readonly string[];
  onInput: (title: string) => void;
}

/** The title that will stand there: proposed from what was told, and the person's own once they touch it. */
export function TitleField({ title, proposed, pageTitles, onInput }: TitleFieldProps) {
  const { t } = useText();
  const [isEmptied, setIsEmptied] = useState(false);
  const isProposed = title === '' && !isEmptied;
  const shown = isProposed ? proposed : title;
  const hasPageTitle = pageTitles.some((pageTitle) => pageTitle !== '' && shown.includes(pageTitle));
  const hint = hasPageTitle ? t('sidebar.title-name') : t('sidebar.title-proposed');
  return (
    <TextField
      label={t('sidebar.field-title')}
      value={shown}
      hint={hasPageTitle || isProposed ? hint : undefined}
      onInput={(text) => {
        setIsEmptied(text === '');
        onInput(text);
      }}
      onLeave={() => setIsEmptied(false)}
    />
  );
}
