import { useText } from '@/components/hooks/text';
import { Select } from '@/components/ui/Select';
import type { Text } from '@/utils/language';

interface TitleSourceProps {
  /** As a recipe writes them. */
  sources: readonly string[];
  chosen: string;
  onChoose: (source: string) => void;
}

/** Where the title of what was done can be read. */
export function TitleSource({ sources, chosen, onChoose }: TitleSourceProps) {
  const { t } = useText();
  return (
    <Select
      label={t('lesson.title-source')}
      value={chosen}
      options={sources.map((value) => ({ value, label: describe(t, value) }))}
      onChange={onChoose}
    />
  );
}

function describe(t: Text, source: string): string {
  if (source === '$title') return t('lesson.title-page');
  if (source.startsWith('dom:')) return t('lesson.title-heading');
  return t('lesson.title-field', { name: source.replace(/^\{body\.|\}$/g, '') });
}
