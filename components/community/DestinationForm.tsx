import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { hostOf } from '@/components/settings/host';
import { ActionButton } from '@/components/ui/ActionButton';
import { Disclosure } from '@/components/ui/Disclosure';
import { type Option, Select } from '@/components/ui/Select';
import type { Trouble } from '@/components/ui/trouble';
import type { Verb } from '@/utils/activity/activity';
import type { Text } from '@/utils/language';
import type { DestinationsView } from '@/utils/messaging/community-views';
import type { DestinationRule } from '@/utils/settings/settings';
import styles from './connecting/connecting.module.css';

export type ChosenRule = DestinationRule;

const VERBS: readonly Verb[] = [
  'upload',
  'edit',
  'publish',
  'approve',
  'move',
  'tag',
  'share',
  'checkin',
  'task',
  'close',
  'delete',
];

interface DestinationFormProps {
  choices: DestinationsView['choices'];
  sites: readonly string[];
  onChoose: (rule: ChosenRule) => Promise<Trouble | null>;
}

/** Sets where posts about something go by themselves. */
export function DestinationForm({ choices, sites, onChoose }: DestinationFormProps) {
  const { t } = useText();
  const targets = targetsOf(choices, t);
  const [site, setSite] = useState('');
  const [verb, setVerb] = useState('');
  const [chosen, setChosen] = useState('0');
  const target = targets[Number(chosen)] ?? targets[0];
  const choose = async (): Promise<Trouble | null> => {
    if (target === undefined) return null;
    const { communityId, placeId } = target;
    const about = { site: site === '' ? null : site, verb: VERBS.find((one) => one === verb) ?? null };
    return onChoose({ ...about, communityId, placeId });
  };
  return (
    <Disclosure title={t('options.destination-add')}>
      <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
        <Select
          label={t('options.destination-from')}
          value={site}
          options={[
            { value: '', label: t('options.destination-anywhere') },
            ...sites.map((origin) => ({ value: origin, label: hostOf(origin) })),
          ]}
          onChange={setSite}
        />
        <Select
          label={t('options.destination-after')}
          value={verb}
          options={[
            { value: '', label: t('options.destination-anything') },
            ...VERBS.map((each) => ({ value: each, label: t(`options.verbs.${each}`) })),
          ]}
          onChange={setVerb}
        />
        <Select
          label={t('options.destination-to')}
          value={chosen}
          options={targets.map(({ label }, at): Option => ({ value: String(at), label }))}
          onChange={setChosen}
        />
        <ActionButton attempt={choose} done={t('options.destination-saved')} submits>
          {t('options.destination-save')}
        </ActionButton>
      </form>
    </Disclosure>
  );
}

interface Target {
  readonly communityId: string;
  readonly placeId: string | null;
  readonly label: string;
}

function targetsOf(choices: DestinationsView['choices'], t: Text): readonly Target[] {
  return choices.flatMap(({ communityId, name, places, needsPlace }) => [
    ...(needsPlace ? [] : [{ communityId, placeId: null, label: name }]),
    ...places.map((place) => ({
      communityId,
      placeId: place.id,
      label: t('options.destination-place', { place: place.name, community: name }),
    })),
  ]);
}
