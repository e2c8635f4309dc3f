/** Every way in which a request can fail that a person may have to read; words in the catalogues under `errors`. */
export const PROBLEMS = [
  'not-allowed',
  'bad-request',
  'disk-refused',
  'storage-full',
  'storage-broken',
  'storage-newer',
  'draft-gone',
  'draft-changed-elsewhere',
  'preview-changed',
  'practice-incomplete',
  'too-long',
  'entry-gone',
  'entry-on-its-way',
  'undo-too-late',
  'cannot-correct',
  'text-pruned',
  'post-withdrawn',
  'cannot-withdraw',
  'withdraw-unanswered',
  'withdraw-signed-out',
  'withdraw-refused',
  'address-invalid',
  'address-insecure',
  'community-unreachable',
  'not-a-community',
  'sign-in-refused',
  'sign-in-failed',
  'token-refused',
  'community-in-use',
  'invite-failed',
  'invite-signed-out',
  'shared-gone',
  'reply-gone',
  'thank-failed',
  'thank-signed-out',
  'import-unreadable',
  'lesson-not-allowed',
  'lesson-gone',
  'lesson-tab-gone',
  'lesson-nothing-seen',
  'recipe-gone',
  'ticket-spent',
  'extension-reloaded',
  'unexpected',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** `detail` names the field, host or number that the sentence mentions; plain text, never a stack. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: string;
}
