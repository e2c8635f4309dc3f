import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import type { Trouble } from '@/components/ui/trouble';
import type { StandingView } from '@/utils/messaging/community-views';
import type { CommunityView } from '@/utils/messaging/views';
import { CommunityRow } from './CommunityRow';
import { RemoveCommunity } from './RemoveCommunity';
import { Standing } from './Standing';

interface CommunityListProps {
  communities: readonly CommunityView[];
  standings: readonly StandingView[];
  now: number;
  /** Called in the click: signing in may need the permission again. It says what came of it. */
  onSignIn: (community: CommunityView) => Promise<Trouble | null>;
  onPause: (communityId: string, paused: boolean) => Promise<Trouble | null>;
  onRemove: (communityId: string) => Promise<Trouble | null>;
}

/** The connected communities, each with how it stands and the ways to pause it, sign in again and disconnect it. */
export function CommunityList({ communities, standings, now, ...actions }: CommunityListProps) {
  const { t } = useText();
  const { onSignIn, onPause, onRemove } = actions;
  if (communities.length === 0) return <p>{t('options.no-communities')}</p>;
  return (
    <>
      {communities.map((community) => {
        const standing = standings.find(({ communityId }) => communityId === community.id);
        return (
          <CommunityRow
            key={community.id}
            community={community}
            paused={standing?.paused ?? false}
            standing={standing && <Standing standing={standing} community={community} now={now} />}
          >
            {community.signedOut && (
              <ActionButton variant="primary" attempt={() => onSignIn(community)}>
                {t('options.sign-in')}
              </ActionButton>
            )}
            {standing !== undefined && (
              <PauseCommunity name={community.name} standing={standing} onPause={onPause} />
            )}
            <RemoveCommunity community={community} onRemove={onRemove} />
          </CommunityRow>
        );
      })}
    </>
  );
}

interface PauseCommunityProps extends Pick<CommunityListProps, 'onPause'> {
  name: string;
  standing: StandingView;
}

/** One button for both, so that it keeps the focus. */
function PauseCommunity({ name, standing: { communityId, paused }, onPause }: PauseCommunityProps) {
  const { t } = useText();
  const key = paused ? 'unpause' : 'pause';
  return (
    <ActionButton
      attempt={() => onPause(communityId, !paused)}
      done={t(`options.${key}-done`)}
      label={t(`options.${key}-community-label`, { name })}
    >
      {t(`options.${key}-community`)}
    </ActionButton>
  );
}
