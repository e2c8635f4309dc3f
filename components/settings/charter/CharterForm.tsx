import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Link } from '@/components/ui/Link';
import { TextField } from '@/components/ui/TextField';
import type { Trouble } from '@/components/ui/trouble';
import type { CharterView } from '@/utils/messaging/views';
import type { Channel, Charter } from '@/utils/practice/channels';
import styles from './CharterForm.module.css';
import { KINDS, type TypedChannel, toCharter, typedOf } from './typed-charter';

interface CharterFormProps {
  charter: CharterView;
  onSave: (charter: Charter) => Promise<Trouble | null>;
}

/** The channels beside the community, by kind: names and addresses; those that the organisation set can only be read. */
export function CharterForm({ charter, onSave }: CharterFormProps) {
  const { t } = useText();
  const { own, organisation } = charter;
  const [typed, setTyped] = useState<readonly TypedChannel[]>(() => KINDS.map((kind) => typedOf(own, kind)));
  const change = (changed: TypedChannel): void =>
    setTyped(typed.map((one) => (one.kind === changed.kind ? changed : one)));
  const save = async (): Promise<Trouble | null> => {
    const read = toCharter(typed, own);
    return read.ok ? onSave(read.value) : read.error;
  };
  const settled = (kind: Channel['kind']) => organisation.find((one) => one.kind === kind);
  const isOpen = KINDS.some((kind) => settled(kind) === undefined);
  return (
    <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
      {typed.map((one) => {
        const set = settled(one.kind);
        return set === undefined ? (
          <ChannelFields key={one.kind} typed={one} onChange={change} />
        ) : (
          <SetChannel key={one.kind} channel={set} />
        );
      })}
      {isOpen && (
        <ActionButton variant="primary" attempt={save} done={t('charter.saved')} submits>
          {t('charter.save')}
        </ActionButton>
      )}
    </form>
  );
}

interface ChannelFieldsProps {
  typed: TypedChannel;
  onChange: (typed: TypedChannel) => void;
}

function ChannelFields({ typed, onChange }: ChannelFieldsProps) {
  const { t } = useText();
  return (
    <fieldset class={styles.channel}>
      <legend class={styles.legend}>{t(`charter.${typed.kind}`)}</legend>
      <TextField
        label={t('charter.name')}
        value={typed.channel}
        onInput={(channel) => onChange({ ...typed, channel })}
      />
      <TextField
        label={t('charter.link')}
        kind="address"
        value={typed.link}
        onInput={(link) => onChange({ ...typed, link })}
      />
    </fieldset>
  );
}

function SetChannel({ channel: { kind, channel, link } }: { channel: Channel }) {
  const { t } = useText();
  return (
    <section class={styles.channel} aria-label={t(`charter.${kind}`)}>
      <h3 class={styles.legend}>{t(`charter.${kind}`)}</h3>
      <p>{link === undefined ? channel : <Link href={link}>{channel}</Link>}</p>
      <p class={styles.note}>{t('charter.by-organisation')}</p>
    </section>
  );
}
