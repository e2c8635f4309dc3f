/** @jsxImportSource hono/jsx */
import { ownName } from '@/utils/language/languages';
import type { MadeInvitation } from '../inviting/invite';
import type { InvitationMessage } from '../inviting/messages';
import { CopyField } from './fields';
import type { PageWords } from './words';

/** A link that was just made, with words to send along in every language; the page's own language is open. */
export function MadeLink({ words, made: { link, messages } }: { words: PageWords; made: MadeInvitation }) {
  const { t, language } = words;
  return (
    <section class="card">
      <h2>{t('server.invitation-ready')}</h2>
      <p>{t('server.invitation-once')}</p>
      <CopyField
        name="link"
        label={t('server.invitation-link')}
        text={link}
        rows={2}
        hint={t('server.copy-hint')}
      />
      <h3>{t('server.invitation-message')}</h3>
      {messages.map((message) => (
        <details open={message.language === language}>
          <summary lang={message.language}>{ownName(message.language)}</summary>
          <Message words={words} message={message} />
        </details>
      ))}
      <p class="hint">{t('server.share-hint')}</p>
    </section>
  );
}

function Message({ words: { t }, message }: { words: PageWords; message: InvitationMessage }) {
  const { language, text, share } = message;
  const elsewhere = [
    ['Facebook', share.facebook],
    ['LinkedIn', share.linkedin],
    ['Teams', share.teams],
    ['WhatsApp', share.whatsapp],
  ] as const;
  return (
    <>
      <CopyField
        name={`message-${language}`}
        label={t('server.message')}
        text={text}
        rows={12}
        lang={language}
      />
      <p class="row">
        <a href={share.mail}>{t('server.share-mail')}</a>
        {elsewhere.map(([name, address]) => (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        ))}
      </p>
    </>
  );
}
