import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import type { Trouble } from '@/components/ui/trouble';
import type { CommunityView } from '@/utils/messaging/views';
import { CommunityRow } from './CommunityRow';

interface CommunityListProps {
  communities: readonly CommunityView[];
  /** Called in the click: signing in may need the permission again. */
  onSignIn: (community: CommunityView) => Promise<Trouble | null>;
  onRemove: (communityId: string) => Promise<Trouble | null>;
}

/** The connected communities, each with a way to sign in again and to disconnect. */
export function CommunityList({ communities, onSignIn, onRemove }: CommunityListProps) {
  const { t } = useText();
  if (communities.length === 0) return <p>{t('options.no-communities')}</p>;
  return (
    <>
      {communities.map((community) => (
        <CommunityRow key={community.id} community={community}>
          {community.signedOut && (
            <ActionButton variant="primary" attempt={() => onSignIn(community)} done={t('options.connected')}>
              {t('options.sign-in')}
            </ActionButton>
          )}
          <RemoveCommunity community={community} onRemove={onRemove} />
        </CommunityRow>
      ))}
    </>
  );
}

interface RemoveCommunityProps {
  community: CommunityView;
  onRemove: (communityId: string) => Promise<Trouble | null>;
}

function RemoveCommunity({ community: { id, name }, onRemove }: RemoveCommunityProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setAsking(true)} label={t('options.remove-community-label', { name })}>
        {t('options.remove-community')}
      </Button>
      {asking && (
        <Confirm
          title={t('options.remove-community-title', { name })}
          action={t('options.remove-community')}
          attempt={() => onRemove(id)}
          done={t('options.removed')}
          onClose={() => setAsking(false)}
        >
          <p>{t('options.remove-community-text')}</p>
        </Confirm>
      )}
    </>
  );
}
