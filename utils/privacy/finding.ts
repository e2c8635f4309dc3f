/** What must not leave unseen; the words for each stand in the catalogues under `guard`. */
export const SENSITIVE_KINDS = [
  'national-number',
  'bis-number',
  'enterprise-number',
  'iban',
  'bsn',
  'e-mail',
  'dossier',
  'phone',
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** Something in a text that says who somebody is. Offsets as `slice` counts them, `end` not included. */
export interface Finding {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
}
