import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import rows from '@/components/outbox/rows.module.css';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import type { CommunityView } from '@/utils/messaging/views';
import { shownHandle } from './shown-names';

interface CommunityRowProps {
  community: CommunityView;
  /** The person wants nothing sent there for now. */
  paused?: boolean;
  /** How it is doing. */
  standing?: ComponentChildren;
  /** Buttons, if any. */
  children?: ComponentChildren;
}

/** One connected community and as whom one shares there. */
export function CommunityRow({ community, paused = false, standing, children }: CommunityRowProps) {
  const { t } = useText();
  const { name, address, accountName, accountHandle, scope, signedOut } = community;
  const handle = shownHandle(accountHandle);
  const account = accountName.trim() ? `${accountName} (${handle})` : handle;
  return (
    <div class={rows.row}>
      <div class={rows.head}>
        <span class={rows.title}>
          <Link href={address}>{name.trim() || new URL(address).host}</Link>
        </span>
        <span class={rows.labels}>
          {paused && <Label tone="warning">{t('options.paused')}</Label>}
          <Label tone={signedOut ? 'warning' : 'info'}>
            {t(signedOut ? 'popup.signed-out' : `popup.${scope}`)}
          </Label>
        </span>
      </div>
      <p class={rows.detail}>{t('popup.connected-as', { account })}</p>
      {standing}
      {children && <div class={rows.actions}>{children}</div>}
    </div>
  );
}
