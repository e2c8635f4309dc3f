import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { Label } from '@/components/ui/Label';
import { Link } from '@/components/ui/Link';
import type { CommunityView } from '@/utils/messaging/views';
import styles from './CommunityRow.module.css';

interface CommunityRowProps {
  community: CommunityView;
  /** Buttons, if any. */
  children?: ComponentChildren;
}

/** One connected community and as whom one shares there. */
export function CommunityRow({ community, children }: CommunityRowProps) {
  const { t } = useText();
  const { name, origin, accountName, accountHandle, scope, signedOut } = community;
  const account = accountName.trim() ? `${accountName} (@${accountHandle})` : `@${accountHandle}`;
  return (
    <div class={styles.row}>
      <div class={styles.head}>
        <span class={styles.name}>
          <Link href={origin}>{name.trim() || new URL(origin).host}</Link>
        </span>
        <Label tone={signedOut ? 'warning' : 'info'}>
          {t(signedOut ? 'popup.signed-out' : `popup.${scope}`)}
        </Label>
      </div>
      <p class={styles.detail}>{t('popup.connected-as', { account })}</p>
      {children && <div class={styles.actions}>{children}</div>}
    </div>
  );
}
