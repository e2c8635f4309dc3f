import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import type { Trouble } from '@/components/ui/trouble';
import type { CommunityView } from '@/utils/messaging/views';

interface RemoveCommunityProps {
  community: CommunityView;
  onRemove: (communityId: string) => Promise<Trouble | null>;
}

/** Disconnects a community, after a question. */
export function RemoveCommunity({ community: { id, name }, onRemove }: RemoveCommunityProps) {
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
