import type { DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';

/** What stands there, as the composer's fields have it. */
export function previewOf({ title, did }: Practice): DraftView['preview'] {
  const parts = [title, did].filter((part) => part !== '');
  const text = parts.join('\n\n');
  return {
    text,
    length: text.length,
    problems: [...(did.trim() === '' ? (['did-missing'] as const) : [])],
    proposedTitle: did,
    blocks: parts.map((part) => ({ kind: 'paragraph', spans: [{ text: part }] })),
    suggestedTopics: [],
  };
}
