import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Confirm } from '@/components/ui/Confirm';
import type { Attempt } from '@/components/ui/trouble';
import type { PostView } from '@/utils/messaging/views';

interface WithdrawPostProps {
  post: PostView;
  attempt: Attempt;
  label?: string | undefined;
}

/** Removes a practice from its community, after saying what that does. */
export function WithdrawPost({ post, attempt, label }: WithdrawPostProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const { communityName: community } = post;
  const title = post.title.trim() || post.reference;
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)} label={label}>
        {t('popup.withdraw')}
      </Button>
      {asking && (
        <Confirm
          title={t('popup.withdraw-title')}
          action={t('popup.withdraw-action')}
          attempt={attempt}
          done={t('sidebar.state-withdrawn', { community })}
          onClose={() => setAsking(false)}
        >
          <p>{t('popup.withdraw-text', { title, community })}</p>
          <p>{t(post.text === null ? 'popup.withdraw-pruned' : 'popup.withdraw-keeps')}</p>
        </Confirm>
      )}
    </>
  );
}
