import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Disclosure } from '@/components/ui/Disclosure';
import { Link } from '@/components/ui/Link';
import type { PlatformView } from '@/utils/messaging/community-views';
import type { FoundView, WayView } from '@/utils/messaging/sign-in-views';
import { CopyLine } from './CopyLine';
import { NOTHING_TYPED, type Typed } from './connect';
import styles from './connecting.module.css';
import { MayDo } from './MayDo';
import { PasteGuide } from './PasteGuide';
import { Registered } from './Registered';
import { RegisterGuide } from './RegisterGuide';
import { TypedFields } from './TypedFields';
import type { Connecting } from './use-connecting';

interface WayProps {
  found: FoundView;
  way: WayView;
  registration: PlatformView['registration'];
  connecting: Connecting;
}

/** One way to sign in: what has to be done first, what is typed, what it allows, and the button. */
export function Way({ found, way, registration, connecting }: WayProps) {
  const { t } = useText();
  const { title } = found;
  const { way: kind, needs, application, signsInAt } = way;
  const [typed, setTyped] = useState<Typed>({ ...NOTHING_TYPED, ...typedBefore(application) });
  const isPasted = needs.includes('secret');
  const isRegistered = needs.includes('client-id') || needs.includes('tenant');
  const attempt = () => connecting.signIn(way, { ...typed, byHand: kind === 'key' });
  return (
    <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
      {signsInAt !== null && <p>{t('connect.signs-in-at', { host: new URL(signsInAt).host })}</p>}
      {kind === 'session' && (
        <p>
          {t('connect.session-first')}{' '}
          <Link href={found.address}>{t('connect.session-open', { name: found.name })}</Link>
        </p>
      )}
      {isRegistered && application?.byPolicy !== true && (
        <RegisterGuide found={found} way={way} registration={registration} copy={connecting.copy} />
      )}
      {application?.byPolicy === true && <Registered application={application} />}
      {isPasted && <PasteGuide way={way} title={title} />}
      <TypedFields way={way} title={title} typed={typed} onChange={setTyped} />
      <MayDo title={title} way={way} />
      <ActionButton variant="primary" attempt={attempt} submits>
        {t(isPasted ? 'connect.start-pasted' : `connect.start-${kind}`)}
      </ActionButton>
      {kind === 'key' && (
        <Disclosure title={t('connect.key-returns')}>
          <p>{t('connect.key-returns-text', { title })}</p>
          <CopyLine label={t('connect.redirect')} text={found.redirectAddress} copy={connecting.copy} />
          <ActionButton attempt={() => connecting.signIn(way, typed)}>
            {t('connect.key-returns-action')}
          </ActionButton>
        </Disclosure>
      )}
    </form>
  );
}

/** It may have been wrong: it stands in its fields, to be mended. */
function typedBefore(application: WayView['application']): Pick<Typed, 'clientId' | 'tenant'> {
  const { clientId = '', tenant = null } = application?.byPolicy === false ? application : {};
  return { clientId, tenant: tenant ?? '' };
}
