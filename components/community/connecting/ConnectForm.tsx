import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Choices } from '@/components/ui/Choices';
import { TextField } from '@/components/ui/TextField';
import type { Trouble } from '@/components/ui/trouble';
import type { FoundView } from '@/utils/messaging/sign-in-views';
import type { Scope } from './connect';
import styles from './connecting.module.css';
import { Found } from './Found';
import { Pending } from './Pending';
import { type Connecting, useConnecting } from './use-connecting';

interface ConnectFormProps extends Pick<Connecting, 'requestOrigins' | 'copy'> {
  /** The address that the organisation's policy names, or nothing. */
  prefilled: string;
  /** Where somebody signs in again, in another way than at once. */
  again?: SignInAgain | undefined;
}

export interface SignInAgain {
  readonly found: FoundView;
  readonly scope: Scope;
}

/**
 * Connects a community by its address: in one press where that is enough, else by what was found there. What was typed
 * stays where it fails.
 */
export function ConnectForm({ prefilled, again, ...tools }: ConnectFormProps) {
  const { t } = useText();
  const [address, setAddress] = useState(again?.found.address ?? prefilled);
  const [scope, setScope] = useState<Scope>(again?.scope ?? 'own');
  const onConnected = (): void => setAddress('');
  const connecting = useConnecting({ ...tools, address, scope, onConnected, first: again?.found ?? null });
  const { found, pending, connect, look } = connecting;
  const type = (typed: string): void => {
    setAddress(typed);
    connecting.forget();
  };
  if (pending !== null) return <Pending pending={pending} connecting={connecting} />;
  return (
    <div class={styles.form}>
      <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('options.address')}
          hint={t('options.address-hint')}
          kind="address"
          value={address}
          onInput={type}
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
        {found === null && <Begin connect={connect} look={look} />}
      </form>
      {found !== null && <Found key={found.address} found={found} connecting={connecting} />}
    </div>
  );
}

interface BeginProps {
  connect: () => Promise<Trouble | null>;
  look: () => Promise<Trouble | null>;
}

function Begin({ connect, look }: BeginProps) {
  const { t } = useText();
  return (
    <div class={styles.buttons}>
      <ActionButton variant="primary" attempt={connect} submits>
        {t('options.connect-action')}
      </ActionButton>
      <ActionButton variant="quiet" attempt={look}>
        {t('connect.look')}
      </ActionButton>
    </div>
  );
}
