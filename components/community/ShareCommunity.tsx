import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { Answered } from '@/utils/messaging/ask';
import type { ShareView } from '@/utils/messaging/community-views';
import type { CommunityView } from '@/utils/messaging/views';
import { InvitationWords } from './InvitationWords';
import styles from './MadeInvitation.module.css';

interface ShareCommunityProps {
  community: CommunityView;
  onShare: (communityId: string) => Promise<Answered<'community:share'>>;
  copy: (text: string) => Promise<Trouble | null>;
}

/** Words and links with which a colleague is told of a community that makes no invitations of its own. */
export function ShareCommunity({ community: { id, name }, onShare, copy }: ShareCommunityProps) {
  const { t } = useText();
  const [shared, setShared] = useState<ShareView | null>(null);
  const share = async (): Promise<Trouble | null> => {
    const answer = await onShare(id);
    if (!answer.ok) return answer.error;
    setShared(answer.value);
    return null;
  };
  return (
    <div class={styles.made}>
      {shared === null ? (
        <ActionButton attempt={share}>{t('popup.share-make', { community: name })}</ActionButton>
      ) : (
        <>
          <p>{t('popup.share-about', { community: name })}</p>
          <InvitationWords messages={shared.messages} copy={copy} />
        </>
      )}
    </div>
  );
}
