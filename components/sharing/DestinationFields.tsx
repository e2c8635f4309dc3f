import { shownHandle } from '@/components/community/shown-names';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import type { CommunityView } from '@/utils/messaging/views';
import styles from './DestinationFields.module.css';
import { audienceLabel } from './destination';
import type { DestinationChoice } from './use-destination';

interface DestinationFieldsProps {
  choice: DestinationChoice;
  communities: readonly CommunityView[];
  /** What is said where there is none. */
  none: string;
  onCommunity: (community: CommunityView | null) => void;
  onConnect: () => void;
}

/** Where the post goes, why there, and who can read it. Only what can be chosen is asked. */
export function DestinationFields(props: DestinationFieldsProps) {
  const { choice, communities, none, onCommunity, onConnect } = props;
  const { destination, places, reason, setPlace, setAudience } = choice;
  const { t } = useText();
  const { community, placeId, audience } = destination;
  if (community === null) {
    return (
      <Section title={t('sidebar.where')} size="small">
        <Notice silent>
          {none}
          <div>
            <Button onPress={onConnect}>{t('sidebar.connect')}</Button>
          </div>
        </Notice>
      </Section>
    );
  }
  const { name, accountName, accountHandle, audiences, needsPlace, signedOut } = community;
  const place = places.find(({ id }) => id === placeId) ?? null;
  return (
    <Section title={t('sidebar.where')} size="small">
      {communities.length > 1 && (
        <Select
          label={t('sidebar.community')}
          value={community.id}
          options={communities.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id) => onCommunity(communities.find((one) => one.id === id) ?? null)}
        />
      )}
      {places.length > 0 && (
        <Select
          label={t('sidebar.place')}
          value={placeId ?? ''}
          options={[
            {
              value: '',
              label: needsPlace ? t('sidebar.choose-place') : t('sidebar.own-stream', { community: name }),
            },
            ...places.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          hint={needsPlace ? t('sidebar.place-needed', { community: name }) : undefined}
          onChange={(id) => setPlace(id === '' ? null : id)}
        />
      )}
      {needsPlace && places.length === 0 && (
        <Notice tone="warning" silent>
          {t('sidebar.place-none', { community: name })}
        </Notice>
      )}
      {audiences.length > 1 && place?.closed !== true && (
        <Select
          label={t('sidebar.audience')}
          value={audience}
          options={audiences.map((value) => ({ value, label: audienceLabel(t, value, place) }))}
          onChange={(value) => setAudience(audiences.find((one) => one === value) ?? audience)}
        />
      )}
      {reason !== null && (
        <p class={styles.as}>
          {t(`sidebar.because-${reason}`, { community: name, place: place?.name ?? name })}
        </p>
      )}
      <p class={styles.as}>{t('sidebar.as', { name: accountName, handle: shownHandle(accountHandle) })}</p>
      {signedOut && (
        <Notice tone="warning" silent>
          {t('sidebar.signed-out', { community: name })}
        </Notice>
      )}
    </Section>
  );
}
