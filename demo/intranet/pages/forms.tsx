/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import { addressOf } from '../context';
import type { DocumentRecord, Folder, Refusal } from '../model';
import { FILE_ENDINGS, MAX_FILE_BYTES } from '../uploads';
import { Prose } from './DocumentPage';
import { Refused } from './Message';

interface FormProps {
  readonly t: Text;
  readonly document: DocumentRecord;
  readonly refusal?: Refusal;
}

interface EditFormProps extends FormProps {
  readonly title: string;
  readonly text: string;
  readonly version: number;
  readonly preview: boolean;
}

/** Title and text, with save, preview and cancel; what was typed stays whatever the answer is. */
export function EditForm({ t, document, refusal, title, text, version, preview }: EditFormProps) {
  const wrongTitle = refusal === 'title-missing' || refusal === 'title-too-long';
  return (
    <>
      <h1>{t('intranet.edit.title')}</h1>
      <Refused t={t} refusal={refusal ?? null} />
      {preview && (
        <section class="paper" aria-label={t('intranet.edit.preview')}>
          <p class="faint">{t('intranet.edit.preview-note')}</p>
          <h2>{title}</h2>
          <Prose text={text} />
        </section>
      )}
      <form class="stack" action={`${addressOf(document)}/edit`} method="post">
        <input type="hidden" name="version" value={version} />
        <label for="title">{t('intranet.documents.title')}</label>
        <input
          id="title"
          name="title"
          value={title}
          aria-required="true"
          aria-invalid={wrongTitle ? 'true' : undefined}
        />
        <label for="text">{t('intranet.documents.text')}</label>
        <textarea id="text" name="text" rows={14}>
          {text}
        </textarea>
        <p class="actions">
          <button class="button-first" type="submit" name="action" value="save">
            {t('intranet.actions.save')}
          </button>
          <button type="submit" name="action" value="preview">
            {t('intranet.actions.preview')}
          </button>
          <button type="submit" name="action" value="cancel">
            {t('intranet.actions.cancel')}
          </button>
        </p>
      </form>
    </>
  );
}

/** Where a document should go. */
export function MoveForm({
  t,
  document,
  folders,
  refusal,
}: FormProps & { readonly folders: readonly Folder[] }) {
  return (
    <>
      <h1>{t('intranet.move.title', { title: document.title })}</h1>
      <Refused t={t} refusal={refusal ?? null} />
      <form class="stack" action={`${addressOf(document)}/move`} method="post">
        <label for="folder">{t('intranet.move.to')}</label>
        <select id="folder" name="folder">
          {folders.map((folder) => (
            <option value={folder.id} selected={folder.id === document.folderId}>
              {folder.name}
            </option>
          ))}
        </select>
        <p class="actions">
          <button class="button-first" type="submit" name="action" value="save">
            {t('intranet.actions.move')}
          </button>
          <button type="submit" name="action" value="cancel">
            {t('intranet.actions.cancel')}
          </button>
        </p>
      </form>
    </>
  );
}

/** Asks once more before a document goes. */
export function DeleteForm({ t, document, refusal }: FormProps) {
  return (
    <>
      <h1>{t('intranet.delete.title', { title: document.title })}</h1>
      <Refused t={t} refusal={refusal ?? null} detail={String(document.keepUntil ?? '')} />
      <form class="stack" action={`${addressOf(document)}/delete`} method="post">
        <p>{t('intranet.delete.about')}</p>
        <input type="hidden" name="title" value={document.title} />
        <p class="actions">
          <button class="button-danger" type="submit" name="confirm" value="yes">
            {t('intranet.delete.yes')}
          </button>
          <button type="submit" name="confirm" value="no">
            {t('intranet.delete.no')}
          </button>
        </p>
      </form>
    </>
  );
}

interface UploadFormProps {
  readonly t: Text;
  readonly folder: Folder;
  readonly refusal?: Refusal;
}

/** One file into one folder. */
export function UploadForm({ t, folder, refusal }: UploadFormProps) {
  const limits = { endings: FILE_ENDINGS.join(', '), megabytes: MAX_FILE_BYTES / 1024 / 1024 };
  return (
    <>
      <h1>{t('intranet.upload.title', { folder: folder.name })}</h1>
      <Refused t={t} refusal={refusal ?? null} detail={limits.endings} />
      <form class="stack" action={`/folders/${folder.id}/upload`} method="post" enctype="multipart/form-data">
        <label for="file">{t('intranet.upload.file')}</label>
        <input id="file" name="file" type="file" aria-describedby="limits" />
        <p id="limits" class="faint">
          {t('intranet.upload.limits', limits)}
        </p>
        <p class="actions">
          <button class="button-first" type="submit">
            {t('intranet.actions.upload')}
          </button>
          <a class="button" href={`/folders/${folder.id}`}>
            {t('intranet.actions.cancel')}
          </a>
        </p>
      </form>
    </>
  );
}
