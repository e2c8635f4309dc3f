import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import type { Answered } from '@/utils/outbox/entry';
import type { Destination } from './destination';

interface FixedDestinationProps {
  destination: Destination;
  /** The post that a reply answers; null for a correction. */
  answers: Answered | null;
  onConnect: () => void;
}

/** Where a correction or a reply goes: not a choice, that post is there. */
export function FixedDestination({ destination, answers, onConnect }: FixedDestinationProps) {
  const { t } = useText();
  const { community, audience } = destination;
  const readers = { audience: t(`sidebar.audience-${audience}`) };
  return (
    <Section title={t('sidebar.where')} size="small">
      {community === null ? (
        <Notice tone={answers === null ? 'warning' : 'info'} silent>
          {t(answers === null ? 'sidebar.correct-disconnected' : 'sidebar.answer-disconnected')}
          <div>
            <Button onPress={onConnect}>{t('sidebar.connect')}</Button>
          </div>
        </Notice>
      ) : (
        <p>
          {answers === null
            ? t('sidebar.correct-where', { community: community.name, ...readers })
            : t('sidebar.answer-where', { community: community.name, title: answers.title, ...readers })}
        </p>
      )}
      {community?.signedOut && (
        <Notice tone="warning" silent>
          {t('sidebar.signed-out', { community: community.name })}
        </Notice>
      )}
    </Section>
  );
}
