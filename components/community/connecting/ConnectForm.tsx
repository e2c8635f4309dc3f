import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useSettled } from '@/components/hooks/use-settled';
import { ActionButton } from '@/components/ui/ActionButton';
import { useAnnounce } from '@/components/ui/Announcer';
import { Choices } from '@/components/ui/Choices';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { TextField } from '@/components/ui/TextField';
import type { Attempt } from '@/components/ui/trouble';
import { SECOND_MS } from '@/utils/kernel/clock';
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
  const { found, reason, pending, connect, look } = connecting;
  const type = (typed: string): void => {
    setAddress(typed);
    connecting.forget();
  };
  const isOpen = found !== null || pending !== null;
  const form = useFocusBack(isOpen);
  if (pending !== null) {
    const isBegun = found !== null;
    return <Pending key={pending.id} pending={pending} connecting={connecting} isBegun={isBegun} />;
  }
  return (
    <div class={styles.form} ref={form}>
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
      {found !== null && <ProblemNotice problem={reason} />}
      {found !== null && <Found key={found.address} found={found} connecting={connecting} />}
    </div>
  );
}

/** What takes no longer needs no words. */
const SAID_AFTER_MS = SECOND_MS;

interface BeginProps {
  connect: Attempt;
  look: Attempt;
}

function Begin({ connect, look }: BeginProps) {
  const { t } = useText();
  const [isBusy, during] = useDuring();
  const isLong = useSettled(isBusy, SAID_AFTER_MS) && isBusy;
  const announce = useAnnounce();
  useEffect(() => {
    if (isLong) announce(t('connect.busy'));
  }, [isLong]);
  return (
    <>
      <div class={styles.buttons}>
        <ActionButton variant="primary" attempt={during(connect)} submits>
          {t('options.connect-action')}
        </ActionButton>
        <ActionButton variant="quiet" attempt={look}>
          {t('connect.look')}
        </ActionButton>
      </div>
      {isLong && <p class={styles.aside}>{t('connect.busy')}</p>}
    </>
  );
}

/** Whether an attempt is under way. It begins in the click itself. */
function useDuring(): readonly [boolean, (attempt: Attempt) => Attempt] {
  const [isBusy, setBusy] = useState(false);
  const during = (attempt: Attempt): Attempt => {
    return () => {
      const underWay = attempt();
      setBusy(true);
      return underWay.finally(() => setBusy(false));
    };
  };
  return [isBusy, during];
}

/** Once what stood here is done, the focus that was in it comes to the first field. */
function useFocusBack(isOpen: boolean): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) form.current?.querySelector('input')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return form;
}
