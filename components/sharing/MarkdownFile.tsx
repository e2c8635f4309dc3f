import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Attempt } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import type { PageTools } from './page-tools';
import type { Writing } from './writing';

interface MarkdownFileProps {
  writing: Writing;
  tools: PageTools;
}

/** Hands over what is written as one Markdown file: for a place that nobody connected. */
export function MarkdownFile({ writing, tools }: MarkdownFileProps) {
  const { t } = useText();
  const save: Attempt = async () => {
    if (!(await writing.flush())) return writing.read().problem ?? { code: 'disk-refused' };
    const file = await ask('draft:file', { draftId: writing.read().draftId });
    if (!file.ok) return file.error;
    tools.download(file.value.name, file.value.text);
    return null;
  };
  return (
    <div>
      <ActionButton attempt={save} done={t('sidebar.conclusion-filed')}>
        {t('sidebar.conclusion-file')}
      </ActionButton>
    </div>
  );
}
