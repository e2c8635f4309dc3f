import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import type { InvitationMessage } from '@/utils/community/connector';
import { ownName } from '@/utils/language/languages';
import styles from './MadeInvitation.module.css';

interface InvitationWordsProps {
  messages: readonly InvitationMessage[];
  copy: (text: string) => Promise<Trouble | null>;
}

/** The words to send along, in the reader's language or another, and plain links that hand them on. */
export function InvitationWords({ messages, copy }: InvitationWordsProps) {
  const { t, language } = useText();
  const [chosen, setChosen] = useState<string>(language);
  const message = messages.find((each) => each.language === chosen) ?? messages[0];
  if (message === undefined) return null;
  return (
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
