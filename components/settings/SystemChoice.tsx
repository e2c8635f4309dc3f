import { useText } from '@/components/hooks/text';
import { Disclosure } from '@/components/ui/Disclosure';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Select } from '@/components/ui/Select';
import type { Trouble } from '@/components/ui/trouble';
import { useAttempt } from '@/components/ui/use-attempt';
import type { SiteRow, SystemView } from '@/utils/messaging/site-views';
import { hostOf } from './host';

/** Which system the person says a site is: one of those known, none, or whatever Deelgenoot recognises. */
export type SystemChosen = { readonly recipeId: string | null } | 'recognise';

interface SystemChoiceProps {
  site: SiteRow;
  systems: readonly SystemView[];
  onChoose: (chosen: SystemChosen) => Promise<Trouble | null>;
}

const RECOGNISE = '';
/** No recipe can have this id. */
const NONE = '/';

/** For a site that was not recognised, or wrongly. */
export function SystemChoice({ site, systems, onChoose }: SystemChoiceProps) {
  const { t } = useText();
  const [state, run] = useAttempt(onChoose);
  const value = site.chosen ? (site.system?.id ?? NONE) : RECOGNISE;
  const choose = (chosen: string): void => {
    if (chosen === RECOGNISE) run('recognise');
    else run({ recipeId: chosen === NONE ? null : chosen });
  };
  return (
    <Disclosure title={t('options.site-choose')}>
      <Select
        label={t('options.site-system-on', { site: hostOf(site.origin) })}
        value={value}
        options={[
          { value: RECOGNISE, label: t('options.site-choose-recognise') },
          ...systems.map(({ id, name }) => ({ value: id, label: name })),
          { value: NONE, label: t('options.site-choose-none') },
        ]}
        onChange={choose}
      />
      {state.kind === 'failed' && <ProblemNotice problem={state.trouble} />}
    </Disclosure>
  );
}
