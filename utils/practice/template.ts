/** Beginnings of sentences for what a person may tell; a field that is empty has none. */
export interface Template {
  readonly name: string;
  readonly did: string;
  readonly why: string;
  readonly tip: string;
}
