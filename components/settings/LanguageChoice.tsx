import { useText } from '@/components/hooks/text';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { Select } from '@/components/ui/Select';
import type { Trouble } from '@/components/ui/trouble';
import { useAttempt } from '@/components/ui/use-attempt';
import { type Language, ownName } from '@/utils/language/languages';

interface LanguageChoiceProps {
  /** Null follows policy and browser. */
  chosen: Language | null;
  languages: readonly Language[];
  onChoose: (language: Language | null) => Promise<Trouble | null>;
}

const AUTOMATIC = '';

/** The language that Deelgenoot speaks, each under its own name. */
export function LanguageChoice({ chosen, languages, onChoose }: LanguageChoiceProps) {
  const { t } = useText();
  const [state, choose] = useAttempt((value: string) =>
    onChoose(languages.find((language) => language === value) ?? null),
  );
  return (
    <>
      <Select
        label={t('options.language-label')}
        hint={t('options.language-hint')}
        value={chosen ?? AUTOMATIC}
        onChange={choose}
        options={[
          { value: AUTOMATIC, label: t('options.language-automatic') },
          ...languages.map((language) => ({ value: language, label: ownName(language) })),
        ]}
      />
      {state.kind === 'failed' && <ProblemNotice problem={state.trouble} />}
    </>
  );
}
