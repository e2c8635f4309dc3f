/** The words of this document site. It is an ordinary one: nothing in this folder knows who may be looking on. */
export type DocumentState = 'draft' | 'approved' | 'published';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly base64: string;
}

export interface DocumentRecord {
  readonly id: string;
  readonly folderId: string;
  readonly title: string;
  readonly text: string;
  readonly authorId: string;
  readonly editorId: string;
  readonly state: DocumentState;
  /** Epoch ms. */
  readonly changedAt: number;
  /** Goes up with each change of title or text; an edit names the one that it began with. */
  readonly version: number;
  /** The last calendar year in which it must be kept; null where nothing is prescribed. */
  readonly keepUntil: number | null;
  readonly file: StoredFile | null;
}

/** Everything that the site holds, as it is kept in a file. */
export interface Collection {
  readonly people: readonly Person[];
  readonly folders: readonly Folder[];
  readonly documents: readonly DocumentRecord[];
  readonly nextId: number;
}

/** Why something was not done; words in the catalogues under `intranet.refusals`. */
export type Refusal =
  | 'title-missing'
  | 'title-too-long'
  | 'text-too-long'
  | 'changed-elsewhere'
  | 'text-missing'
  | 'published-already'
  | 'own-document'
  | 'approved-already'
  | 'folder-unknown'
  | 'same-folder'
  | 'must-be-kept'
  | 'file-missing'
  | 'file-type'
  | 'file-too-large';
