import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Choices } from '@/components/ui/Choices';
import { Disclosure } from '@/components/ui/Disclosure';
import { TextField } from '@/components/ui/TextField';
import type { Trouble } from '@/components/ui/trouble';
import styles from './ConnectForm.module.css';
import type { Scope } from './connect';

interface ConnectFormProps {
  /** The address that the organisation's policy names, or nothing. */
  prefilled: string;
  /** Both are called in the click itself: a permission is asked for first. */
  onConnect: (address: string, scope: Scope) => Promise<Trouble | null>;
  onToken: (address: string, token: string, scope: Scope) => Promise<Trouble | null>;
}

/** Connects a community by its address; what was typed stays where it fails. */
export function ConnectForm({ prefilled, onConnect, onToken }: ConnectFormProps) {
  const { t } = useText();
  const [address, setAddress] = useState(prefilled);
  const [scope, setScope] = useState<Scope>('own');
  const connect = async (): Promise<Trouble | null> => {
    const trouble = await onConnect(address, scope);
    if (trouble === null) setAddress('');
    return trouble;
  };
  return (
    <div class={styles.form}>
      <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('options.address')}
          hint={t('options.address-hint')}
          kind="address"
          value={address}
          onInput={setAddress}
        />
        <Choices
          legend={t('options.scope')}
          value={scope}
          onChange={setScope}
          choices={[
            { value: 'own', label: t('options.scope-own'), hint: t('options.scope-own-hint') },
            { value: 'across', label: t('options.scope-across'), hint: t('options.scope-across-hint') },
          ]}
        />
        <ActionButton variant="primary" attempt={connect} done={t('options.connected')} submits>
          {t('options.connect-action')}
        </ActionButton>
      </form>
      <Disclosure title={t('options.token-title')}>
        <TokenForm onToken={(token) => onToken(address, token, scope)} />
      </Disclosure>
    </div>
  );
}

function TokenForm({ onToken }: { onToken: (token: string) => Promise<Trouble | null> }) {
  const { t } = useText();
  const [token, setToken] = useState('');
  const connect = async (): Promise<Trouble | null> => {
    const trouble = await onToken(token);
    if (trouble === null) setToken('');
    return trouble;
  };
  return (
    <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('options.token')}
        hint={t('options.token-hint')}
        kind="secret"
        value={token}
        onInput={setToken}
      />
      <ActionButton attempt={connect} done={t('options.connected')} submits>
        {t('options.token-action')}
      </ActionButton>
    </form>
  );
}
