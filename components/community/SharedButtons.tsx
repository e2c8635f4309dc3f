import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { SharedView } from '@/utils/messaging/library-views';
import type { SharedActions } from './shared-actions';
import { ThankButton } from './ThankButton';

interface SharedButtonsProps {
  shared: SharedView;
  actions: SharedActions;
}

/** A question is answered; for anything else one can thank, and tell that one used it. Only what can be done here. */
export function SharedButtons({ shared, actions: { answer, reuse, thank } }: SharedButtonsProps) {
  const { t } = useText();
  const { id, kind, title, thanked, canThank } = shared;
  const labelled = (action: string): string => t('popup.row-label', { action, title });
  if (kind === 'question') {
    if (answer === undefined) return null;
    return (
      <ActionButton attempt={() => answer(id)} label={labelled(t('shared.answer'))}>
        {t('shared.answer')}
      </ActionButton>
    );
  }
  return (
    <>
      {canThank && thank !== undefined && (
        <ThankButton thanked={thanked} onThank={(on) => thank(id, on)} label={labelled} />
      )}
      {reuse !== undefined && (
        <ActionButton attempt={() => reuse(id)} label={labelled(t('shared.reuse'))}>
          {t('shared.reuse')}
        </ActionButton>
      )}
    </>
  );
}
