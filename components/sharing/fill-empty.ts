import type { DraftView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';

/** What a template brings: only into fields that are empty, so that nothing typed is ever touched. */
export function fillEmpty(practice: Practice, template: DraftView['templates'][number]): Partial<Practice> {
  const fields = (['did', 'why', 'tip'] as const).filter(
    (field) => practice[field].trim() === '' && template[field] !== '',
  );
  return Object.fromEntries(fields.map((field) => [field, template[field]]));
}
