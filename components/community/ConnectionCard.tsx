import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import type { Attempt } from '@/components/ui/trouble';
import type { CommunityView, Overview } from '@/utils/messaging/views';
import { CommunityRow } from './CommunityRow';

interface ConnectionCardProps {
  communities: readonly CommunityView[];
  policyCommunity: Overview['policyCommunity'];
  /** Goes to where one connects or signs in again. */
  onConnect: Attempt;
}

/** Where posts go, or the way to a place where they can go. */
export function ConnectionCard({ communities, policyCommunity, onConnect }: ConnectionCardProps) {
  const { t } = useText();
  const named = policyCommunity?.name ?? policyCommunity?.address;
  return (
    <Section title={t('popup.connection')} size="small">
      {communities.length === 0 && (
        <Notice silent>
          <p>
            {named === undefined ? t('popup.not-connected') : t('popup.not-connected-named', { name: named })}
          </p>
          <ActionButton attempt={onConnect}>{t('popup.connect')}</ActionButton>
        </Notice>
      )}
      {communities.map((community) => (
        <CommunityRow key={community.id} community={community}>
          {community.signedOut && <ActionButton attempt={onConnect}>{t('popup.sign-in')}</ActionButton>}
        </CommunityRow>
      ))}
    </Section>
  );
}
