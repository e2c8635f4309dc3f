import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import { TextArea } from '@/components/ui/TextArea';
import type { Trouble } from '@/components/ui/trouble';
import type { Invitation } from '@/utils/community/connector';
import { InvitationWords } from './InvitationWords';
import styles from './MadeInvitation.module.css';

interface MadeInvitationProps {
  invitation: Extract<Invitation, { kind: 'made' }>;
  /** Of the community: its page lists the links. */
  origin: string;
  copy: (text: string) => Promise<Trouble | null>;
}

/** A link that was just made and the words to send along. */
export function MadeInvitation({ invitation: { url, messages }, origin, copy }: MadeInvitationProps) {
  const { t } = useText();
  return (
    <div class={styles.made}>
      <Notice tone="success">{t('popup.invite-once')}</Notice>
      <TextArea label={t('popup.invite-link')} value={url} rows={3} />
      <ActionButton attempt={() => copy(url)} done={t('ui.copied')}>
        {t('popup.invite-copy-link')}
      </ActionButton>
      <InvitationWords messages={messages} copy={copy} />
      <Link href={`${origin}/invitations`}>{t('popup.invite-list')}</Link>
    </div>
  );
}
