/** Where a person can hand an invitation on. */
export type ShareTarget = 'mail' | 'facebook' | 'linkedin' | 'teams' | 'whatsapp';

/** A short text to send along with an invitation, which holds its link. */
export interface InvitationMessage {
  /** Two or three letters. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  /** Addresses that open a new message with it. */
  readonly share: Readonly<Record<ShareTarget, string>>;
}

/** A link with which others join; or too little to read there yet for whoever would come. */
export type Invitation =
  | {
      readonly kind: 'made';
      readonly url: string;
      readonly messages: readonly InvitationMessage[];
    }
  | { readonly kind: 'too-early'; readonly readable: number; readonly needed: number };
