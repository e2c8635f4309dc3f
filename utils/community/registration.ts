/** What an administrator does, once for everybody, before people can sign in; in the words of the page where it is done. */
export interface Registration {
  /** Where it is done: an address, or a path below that of the platform. */
  readonly page: string;
  /** What kind of application. */
  readonly applicationType: string;
  /** What it is allowed. */
  readonly permissions: readonly string[];
  /** What the organisation pays for; absent: nothing. */
  readonly licence?: string;
}
