/** A picture as it is sent. */
export interface SentPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/jpeg' | 'image/png';
  /** What it shows. */
  readonly description: string;
}

export interface PlainRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Goes as `multipart/form-data` in place of a body. */
  readonly form?: readonly FormPart[];
  /** Changes nothing that anybody reads, though it goes by POST. */
  readonly asks?: true;
  /** Goes wherever the browser is led on to: only for a look at what anybody may see. */
  readonly follows?: true;
  /** Goes as the person is signed in there in this browser, with their cookies. */
  readonly asSignedIn?: true;
}

export type FormPart =
  | { readonly name: string; readonly text: string }
  | {
      readonly name: string;
      readonly filename: string;
      readonly type: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

export interface PlainResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where it came from, where that is another address than was asked. */
  readonly url?: string;
}
