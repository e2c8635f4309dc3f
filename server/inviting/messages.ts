import { LANGUAGES, type Language, LOCALES } from '@/utils/language/languages';
import { type ShareLinks, shareLinks } from '@/utils/language/share-links';
import { wordsIn } from '../pages/words';

/** A short text to send along with a link. */
export interface InvitationMessage {
  readonly language: Language;
  readonly subject: string;
  /** Holds the link. */
  readonly text: string;
  readonly share: ShareLinks;
}

interface Facts {
  readonly community: string;
  /** Who invites. */
  readonly name: string;
  readonly link: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** The text in every language: who is invited may speak another than who invites. */
export function messagesFor({ community, name, link, expiresAt }: Facts): InvitationMessage[] {
  return LANGUAGES.map((language) => {
    const { t } = wordsIn(language);
    const date = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(expiresAt);
    const subject = t('server.invitation-subject', { community });
    const text = t('server.invitation-text', { community, name, link, date });
    return { language, subject, text, share: shareLinks({ subject, text, link }) };
  });
}
