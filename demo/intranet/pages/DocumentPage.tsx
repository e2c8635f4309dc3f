/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { Archive } from '../archive';
import { addressOf } from '../context';
import type { DocumentRecord, Refusal } from '../model';
import { dayOf } from './DocumentTable';
import { Refused } from './Message';

interface DocumentPageProps {
  readonly t: Text;
  readonly language: Language;
  readonly archive: Archive;
  readonly document: DocumentRecord;
  readonly refusal?: Refusal;
}

interface PartProps {
  readonly t: Text;
  readonly document: DocumentRecord;
}

/** One document: its text, its facts, and what may be done with it. */
export function DocumentPage({ t, language, archive, document, refusal }: DocumentPageProps) {
  return (
    <article>
      <h1 class="document-title">{document.title}</h1>
      <Refused t={t} refusal={refusal ?? null} />
      <Actions t={t} document={document} />
      <div class="paper">
        {document.text === '' ? (
          <p class="faint">{t('intranet.documents.no-text')}</p>
        ) : (
          <Prose text={document.text} />
        )}
      </div>
      <dl class="facts">
        <dt>{t('intranet.documents.state')}</dt>
        <dd>
          <span class={`state state-${document.state}`} data-state>
            {t(`intranet.states.${document.state}`)}
          </span>
        </dd>
        <dt>{t('intranet.documents.folder')}</dt>
        <dd>
          <a href={`/folders/${document.folderId}`}>{archive.folder(document.folderId)?.name}</a>
        </dd>
        <dt>{t('intranet.documents.author')}</dt>
        <dd>{archive.person(document.authorId)?.name}</dd>
        <dt>{t('intranet.documents.changed')}</dt>
        <dd>
          {dayOf(document.changedAt, language)}, {archive.person(document.editorId)?.name}
        </dd>
        <dt>{t('intranet.documents.retention')}</dt>
        <dd>
          {document.keepUntil === null
            ? t('intranet.documents.no-retention')
            : t('intranet.documents.keep-until', { year: document.keepUntil })}
        </dd>
        {document.file !== null && (
          <>
            <dt>{t('intranet.documents.file')}</dt>
            <dd>
              <a href={`${addressOf(document)}/file`}>{document.file.name}</a>
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}

/** Paragraphs of plain text; single line ends stay. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p class="prose">{paragraph}</p>
      ))}
    </>
  );
}

function Actions({ t, document }: PartProps) {
  const at = addressOf(document);
  return (
    <div class="actions">
      <a class="button button-first" href={`${at}/edit`}>
        {t('intranet.actions.edit')}
      </a>
      <form action={`${at}/publish`} method="post">
        <button type="submit">{t('intranet.actions.publish')}</button>
      </form>
      {/* Shown by the script that serves it: without script there is no approving. */}
      <div class="actions" data-approve={`${at}/approve`} data-failure={t('intranet.no-answer')} hidden>
        <button type="button" data-decision="approve">
          {t('intranet.actions.approve')}
        </button>
        <button type="button" data-decision="reject">
          {t('intranet.actions.reject')}
        </button>
      </div>
      <a class="button" href={`${at}/move`}>
        {t('intranet.actions.move')}
      </a>
      <a class="button" href={`${at}/delete`}>
        {t('intranet.actions.delete')}
      </a>
    </div>
  );
}
