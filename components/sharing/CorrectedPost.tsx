import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import type { Destination } from './destination';

interface CorrectedPostProps {
  destination: Destination;
  onConnect: () => void;
}

/** Where a correction goes: not a choice, its post is there. */
export function CorrectedPost({ destination: { community, audience }, onConnect }: CorrectedPostProps) {
  const { t } = useText();
  return (
    <Section title={t('sidebar.where')} size="small">
      {community === null ? (
        <Notice tone="warning" silent>
          {t('sidebar.correct-disconnected')}
          <div>
            <Button onPress={onConnect}>{t('sidebar.connect')}</Button>
          </div>
        </Notice>
      ) : (
        <p>
          {t('sidebar.correct-where', {
            community: community.name,
            audience: t(`sidebar.audience-${audience}`),
          })}
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
