import type { Clock } from '@/utils/kernel/clock';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import type { Collection, DocumentRecord, Folder, Person, Refusal, StoredFile } from './model';

const MAX_TITLE = 200;
const MAX_TEXT = 50_000;

export type Outcome = Result<DocumentRecord, Refusal>;

interface Edit {
  readonly title: string;
  readonly text: string;
  /** The version that the person had in front of them. */
  readonly version: number;
}

/** The documents of the site and the rules under which they change. `keep` is called after every change. */
export class Archive {
  readonly #documents: Map<string, DocumentRecord>;
  #nextId: number;

  constructor(
    private readonly begin: Collection,
    private readonly clock: Clock,
    private readonly keep: (collection: Collection) => void,
  ) {
    this.#documents = new Map(begin.documents.map((document) => [document.id, document]));
    this.#nextId = begin.nextId;
  }

  get people(): readonly Person[] {
    return this.begin.people;
  }

  get folders(): readonly Folder[] {
    return this.begin.folders;
  }

  folder(id: string): Folder | undefined {
    return this.begin.folders.find((folder) => folder.id === id);
  }

  person(id: string): Person | undefined {
    return this.begin.people.find((person) => person.id === id);
  }

  document(id: string): DocumentRecord | undefined {
    return this.#documents.get(id);
  }

  /** Newest change first. */
  inFolder(folderId: string): DocumentRecord[] {
    return this.#sorted((document) => document.folderId === folderId);
  }

  recent(count: number): DocumentRecord[] {
    return this.#sorted(() => true).slice(0, count);
  }

  /** Documents whose title or text holds every word of the query, whatever the case. */
  search(query: string): DocumentRecord[] {
    const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return this.#sorted(({ title, text }) => {
      const all = `${title}\n${text}`.toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    });
  }

  edit(document: DocumentRecord, editorId: string, edit: Edit): Outcome {
    const title = edit.title.trim();
    if (title === '') return fail('title-missing');
    if (title.length > MAX_TITLE) return fail('title-too-long');
    if (edit.text.length > MAX_TEXT) return fail('text-too-long');
    if (edit.version !== document.version) return fail('changed-elsewhere');
    const version = document.version + 1;
    return this.#change(document, { title, text: edit.text, editorId, version, state: 'draft' });
  }

  publish(document: DocumentRecord, editorId: string): Outcome {
    if (document.state === 'published') return fail('published-already');
    if (document.text.trim() === '') return fail('text-missing');
    return this.#change(document, { editorId, state: 'published' });
  }

  /** Four eyes: whoever wrote a document does not approve it. */
  decide(document: DocumentRecord, editorId: string, decision: 'approve' | 'reject'): Outcome {
    if (document.authorId === editorId) return fail('own-document');
    if (decision === 'approve' && document.state !== 'draft') return fail('approved-already');
    return this.#change(document, { editorId, state: decision === 'approve' ? 'approved' : 'draft' });
  }

  move(document: DocumentRecord, editorId: string, folderId: string): Outcome {
    if (this.folder(folderId) === undefined) return fail('folder-unknown');
    if (document.folderId === folderId) return fail('same-folder');
    return this.#change(document, { editorId, folderId });
  }

  remove(document: DocumentRecord): Outcome {
    const year = new Date(this.clock()).getFullYear();
    if (document.keepUntil !== null && document.keepUntil >= year) return fail('must-be-kept');
    this.#documents.delete(document.id);
    this.#kept();
    return succeed(document);
  }

  add(folderId: string, authorId: string, file: StoredFile, text: string): DocumentRecord {
    const id = String(this.#nextId++);
    const document: DocumentRecord = {
      id,
      folderId,
      title: titleOf(file.name),
      text,
      authorId,
      editorId: authorId,
      state: 'draft',
      changedAt: this.clock(),
      version: 1,
      keepUntil: null,
      file,
    };
    this.#documents.set(id, document);
    this.#kept();
    return document;
  }

  #change(document: DocumentRecord, change: Partial<DocumentRecord>): Outcome {
    const changed = { ...document, ...change, changedAt: this.clock() };
    this.#documents.set(document.id, changed);
    this.#kept();
    return succeed(changed);
  }

  #sorted(wanted: (document: DocumentRecord) => boolean): DocumentRecord[] {
    return [...this.#documents.values()].filter(wanted).sort((a, b) => b.changedAt - a.changedAt);
  }

  #kept(): void {
    this.keep({ ...this.begin, documents: [...this.#documents.values()], nextId: this.#nextId });
  }
}

/** A file's name without its ending, underscores as spaces: what a person would call the document. */
function titleOf(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .replaceAll('_', ' ')
    .trim();
  return (name === '' ? fileName : name).slice(0, MAX_TITLE);
}
