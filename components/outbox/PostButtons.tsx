import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Attempt } from '@/components/ui/trouble';
import type { PostView } from '@/utils/messaging/views';
import type { PostActions } from './post-actions';
import { WithdrawPost } from './WithdrawPost';

interface PostButtonsProps {
  post: PostView;
  actions: PostActions;
  /** The whole name of a button, where its words alone do not tell what it is about. */
  label?: (words: string) => string;
  /** In a page's frame: withdraws where no page can cover the question. */
  elsewhere?: Attempt | undefined;
}

/** Correct, add to, conclude, take its link elsewhere, withdraw, or share again what was withdrawn: only what this community and this post allow. */
export function PostButtons({ post, actions, label, elsewhere }: PostButtonsProps) {
  const { t } = useText();
  const { entryId, withdrawnAt, text, canCorrect, canAnswer, canWithdraw } = post;
  const { canConclude, canTell, canShareLink } = post;
  return (
    <>
      {canCorrect && (
        <ActionButton attempt={() => actions.correct(entryId)} label={label?.(t('popup.correct'))}>
          {t('popup.correct')}
        </ActionButton>
      )}
      {canAnswer && (
        <ActionButton attempt={() => actions.answer(entryId)} label={label?.(t('popup.answer'))}>
          {t('popup.answer')}
        </ActionButton>
      )}
      {canConclude && (
        <ActionButton attempt={() => actions.conclude(entryId)} label={label?.(t('popup.conclude'))}>
          {t('popup.conclude')}
        </ActionButton>
      )}
      {canTell && (
        <ActionButton attempt={() => actions.tell(entryId)} label={label?.(t('popup.tell'))}>
          {t('popup.tell')}
        </ActionButton>
      )}
      {canShareLink && (
        <ActionButton attempt={() => actions.shareLink(entryId)} label={label?.(t('popup.share-link'))}>
          {t('popup.share-link')}
        </ActionButton>
      )}
      {canWithdraw && elsewhere !== undefined && (
        <ActionButton attempt={elsewhere}>{t('popup.withdraw-window')}</ActionButton>
      )}
      {canWithdraw && elsewhere === undefined && (
        <WithdrawPost
          post={post}
          attempt={() => actions.withdraw(entryId)}
          label={label?.(t('popup.withdraw'))}
        />
      )}
      {withdrawnAt !== null && text !== null && (
        <ActionButton attempt={() => actions.shareAgain(entryId)} label={label?.(t('popup.share-again'))}>
          {t('popup.share-again')}
        </ActionButton>
      )}
    </>
  );
}
