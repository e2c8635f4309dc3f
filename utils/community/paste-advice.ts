/** How what is pasted is come by, where it is not simply made on its page under a name of one's choice. */
export interface PasteAdvice {
  /** What to choose there, one after another, as the platform calls it in English. */
  readonly menu?: readonly string[];
  /** `shown`: it stands there already; `administrator`: nobody else makes one. */
  readonly how?: 'shown' | 'administrator';
  /** The platform calls it a password. */
  readonly isPassword?: true;
}
