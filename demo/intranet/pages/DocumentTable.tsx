/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import { type Language, LOCALES } from '@/utils/language/languages';
import type { Archive } from '../archive';
import { addressOf } from '../context';
import type { DocumentRecord } from '../model';

interface DocumentTableProps {
  readonly t: Text;
  readonly language: Language;
  readonly archive: Archive;
  readonly documents: readonly DocumentRecord[];
  readonly caption: string;
}

/** A day as people write it. */
export function dayOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium' }).format(at);
}

/** Documents with their state; on a narrow screen title and state remain. */
export function DocumentTable({ t, language, archive, documents, caption }: DocumentTableProps) {
  if (documents.length === 0) return <p>{t('intranet.documents.none')}</p>;
  return (
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('intranet.documents.title')}</th>
          <th scope="col">{t('intranet.documents.state')}</th>
          <th scope="col" class="wide">
            {t('intranet.documents.changed')}
          </th>
          <th scope="col" class="wide">
            {t('intranet.documents.by')}
          </th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <tr>
            <td>
              <a href={addressOf(document)}>{document.title}</a>
            </td>
            <td>
              <span class={`state state-${document.state}`}>{t(`intranet.states.${document.state}`)}</span>
            </td>
            <td class="wide">{dayOf(document.changedAt, language)}</td>
            <td class="wide">{archive.person(document.editorId)?.name}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
