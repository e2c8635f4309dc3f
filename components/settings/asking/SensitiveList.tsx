import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { useAnnounce } from '@/components/ui/Announcer';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { Trouble } from '@/components/ui/trouble';
import type { AskingView } from '@/utils/messaging/asking-views';
import type { SensitivePages } from '@/utils/settings/settings';
import { hostOf } from '../host';
import rows from '../rows.module.css';
import styles from './asking.module.css';
import { pathOn } from './path-on';

interface SensitiveListProps {
  asking: Pick<AskingView, 'sensitive' | 'organisationSensitive'>;
  /** Origins of the sites that were granted. */
  sites: readonly string[];
  onAdd: (pages: SensitivePages) => Promise<Trouble | null>;
  onRemove: (pages: SensitivePages) => Promise<Trouble | null>;
}

/** Pages that nothing is asked about: those of the person, which they can take away, and those of the organisation. */
export function SensitiveList({ asking, sites, onAdd, onRemove }: SensitiveListProps) {
  const { t } = useText();
  const { sensitive, organisationSensitive } = asking;
  return (
    <>
      <p>{t('asking.sensitive-lead')}</p>
      {sensitive.length + organisationSensitive.length === 0 ? (
        <p class={styles.note}>{t('asking.sensitive-none')}</p>
      ) : (
        <ul class={rows.rows}>
          {sensitive.map((pages) => (
            <SensitiveRow key={addressOf(pages)} pages={pages} onRemove={onRemove} />
          ))}
          {organisationSensitive.map((pages) => (
            <SensitiveRow key={`their ${addressOf(pages)}`} pages={pages} onRemove={null} />
          ))}
        </ul>
      )}
      {sites.length > 0 && <AddSensitive sites={sites} onAdd={onAdd} />}
    </>
  );
}

interface SensitiveRowProps {
  pages: SensitivePages;
  onRemove: SensitiveListProps['onRemove'] | null;
}

function SensitiveRow({ pages, onRemove }: SensitiveRowProps) {
  const { t } = useText();
  const what = t('asking.sensitive-below', { pages: addressOf(pages) });
  return (
    <li class={rows.row}>
      <p class={rows.words}>{what}</p>
      {onRemove === null ? (
        <span class={rows.detail}>{t('asking.of-organisation')}</span>
      ) : (
        <ActionButton
          attempt={() => onRemove(pages)}
          done={t('asking.removed')}
          label={t('asking.remove-label', { what })}
        >
          {t('asking.remove')}
        </ActionButton>
      )}
    </li>
  );
}

function AddSensitive({ sites, onAdd }: Pick<SensitiveListProps, 'sites' | 'onAdd'>) {
  const { t } = useText();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<'missing' | 'elsewhere' | null>(null);
  const site = sites.find((one) => one === chosen) ?? sites[0] ?? '';
  const add = async (): Promise<Trouble | null> => {
    const path = pathOn(site, text);
    setMistake(path.ok ? null : path.error);
    if (!path.ok) return null;
    const trouble = await onAdd({ site, path: path.value });
    if (trouble !== null) return trouble;
    setText('');
    announce(t('asking.sensitive-added'));
    return null;
  };
  return (
    <form class={styles.form}>
      <div class={styles.row}>
        <Select
          label={t('asking.sensitive-site')}
          value={site}
          onChange={setChosen}
          options={sites.map((origin) => ({ value: origin, label: hostOf(origin) }))}
        />
        <TextField
          kind="address"
          label={t('asking.sensitive-path')}
          value={text}
          onInput={setText}
          error={mistake === null ? null : t(`asking.sensitive-path-${mistake}`)}
        />
      </div>
      <ActionButton submits attempt={add}>
        {t('asking.sensitive-add')}
      </ActionButton>
    </form>
  );
}

function addressOf({ site, path }: SensitivePages): string {
  return `${hostOf(site)}${path}`;
}
