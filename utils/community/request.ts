/** A picture as it is sent. */
export interface SentPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/jpeg' | 'image/png';
  /** What it shows. */
  readonly description: string;
}

/** Stands in `Account.token` where the person's own sign-in there, in this browser, is what lets us in. */
export const SESSION = 'session';

export interface PlainRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Goes as `multipart/form-data` in place of a body. */
  readonly form?: readonly FormPart[];
  /** Goes with the cookies of the person's own sign-in there: a platform that knows people by nothing else. */
  readonly cookies?: true;
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
}
