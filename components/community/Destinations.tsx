import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { hostOf } from '@/components/settings/host';
import rows from '@/components/settings/rows.module.css';
import { ActionButton } from '@/components/ui/ActionButton';
import { Section } from '@/components/ui/Section';
import type { Trouble } from '@/components/ui/trouble';
import type { Text } from '@/utils/language';
import type { DestinationRow, DestinationsView } from '@/utils/messaging/community-views';
import { type ChosenRule, DestinationForm } from './DestinationForm';

interface DestinationsProps {
  view: DestinationsView;
  /** Origins at which activities are recognised. */
  sites: readonly string[];
  onChoose: (rule: ChosenRule) => Promise<Trouble | null>;
  onForget: (rule: DestinationRow) => Promise<Trouble | null>;
}

/** Where posts go by themselves, as the person and the organisation set it; nothing while there is no choice. */
export function Destinations({ view, sites, onChoose, onForget }: DestinationsProps) {
  const { t } = useText();
  const { set, organisation, choices } = view;
  const isAChoice = choices.length > 1 || choices.some(({ places }) => places.length > 0);
  if (!isAChoice && set.length === 0) return null;
  return (
    <Section title={t('options.destinations')} size="sub" items={set.length}>
      <p>{t('options.destinations-lead')}</p>
      {set.length + organisation.length === 0 ? (
        <p>{t('options.destinations-none')}</p>
      ) : (
        <ul class={rows.rows}>
          {set.map((rule) => (
            <Rule key={aboutOf(rule, t)} rule={rule}>
              <ActionButton
                variant="quiet"
                attempt={() => onForget(rule)}
                done={t('options.destination-forgotten')}
                label={t('options.destination-forget-label', { rule: aboutOf(rule, t) })}
              >
                {t('options.destination-forget')}
              </ActionButton>
            </Rule>
          ))}
          {organisation.map((rule) => (
            <Rule key={`organisation ${aboutOf(rule, t)}`} rule={rule}>
              <span class={rows.detail}>{t('options.destination-policy')}</span>
            </Rule>
          ))}
        </ul>
      )}
      {isAChoice && <DestinationForm choices={choices} sites={sites} onChoose={onChoose} />}
    </Section>
  );
}

function Rule({ rule, children }: { rule: DestinationRow; children: ComponentChildren }) {
  const { t } = useText();
  return (
    <li class={rows.row}>
      <div class={rows.words}>
        <p class={rows.title}>{aboutOf(rule, t)}</p>
        <p class={rows.detail}>{whereOf(rule, t)}</p>
      </div>
      {children}
    </li>
  );
}

function aboutOf({ site, verb }: DestinationRow, t: Text): string {
  const names = {
    site: site === null ? '' : hostOf(site),
    verb: verb === null ? '' : t(`options.verbs.${verb}`),
  };
  if (site === null)
    return verb === null ? t('options.destination-all') : t('options.destination-verb', names);
  return t(verb === null ? 'options.destination-site' : 'options.destination-both', names);
}

function whereOf({ communityName: community, placeName: place }: DestinationRow, t: Text): string {
  if (community === null) return t('options.destination-goes-lost');
  const where = place === null ? community : t('options.destination-place', { place, community });
  return t('options.destination-goes', { where });
}
