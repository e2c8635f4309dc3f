import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import type { Invitation, InvitationMessage } from '@/utils/community/connector';
import { ownName } from '@/utils/language/languages';
import styles from './MadeInvitation.module.css';

interface MadeInvitationProps {
  invitation: Extract<Invitation, { kind: 'made' }>;
  /** Of the community: its page lists the links. */
  origin: string;
  copy: (text: string) => Promise<Trouble | null>;
}

/** A link that was just made and the words to send along, in the reader's language or another. */
export function MadeInvitation({ invitation: { url, messages }, origin, copy }: MadeInvitationProps) {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<string>(language);
  const message = messages.find((each) => each.language === chosen) ?? messages[0];
  return (
    <div class={styles.made}>
      <Notice tone="success">{t('popup.invite-once')}</Notice>
      <TextArea label={t('popup.invite-link')} value={url} rows={3} />
      <ActionButton attempt={() => copy(url)} done={t('ui.copied')}>
        {t('popup.invite-copy-link')}
      </ActionButton>
      {message !== undefined && (
        <>
          <Select
            label={t('popup.invite-language')}
            value={message.language}
            options={messages.map((each) => ({ value: each.language, label: ownName(each.language) }))}
            onChange={setChosen}
          />
          <TextArea label={t('popup.invite-text')} value={message.text} rows={8} />
          <ActionButton attempt={() => copy(message.text)} done={t('ui.copied')}>
            {t('ui.copy')}
          </ActionButton>
          <ShareLinks share={message.share} />
        </>
      )}
      <Link href={`${origin}/invitations`}>{t('popup.invite-list')}</Link>
    </div>
  );
}

function ShareLinks({ share }: { share: InvitationMessage['share'] }) {
  const { t } = useText();
  return (
    <p class={styles.share}>
      <span>{t('popup.invite-share')}</span>
      <Link href={share.mail}>{t('popup.invite-mail')}</Link>
      <Link href={share.facebook}>Facebook</Link>
      <Link href={share.linkedin}>LinkedIn</Link>
      <Link href={share.teams}>Teams</Link>
      <Link href={share.whatsapp}>WhatsApp</Link>
    </p>
  );
}
