import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { ActionButton } from '@/components/ui/ActionButton';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import type { Trouble } from '@/components/ui/trouble';
import type { Invitation } from '@/utils/community/connector';
import type { Answered } from '@/utils/messaging/ask';
import type { CommunityView } from '@/utils/messaging/views';
import { MadeInvitation } from './MadeInvitation';
import { ShareCommunity } from './ShareCommunity';

interface InviteCardProps {
  communities: readonly CommunityView[];
  onInvite: (communityId: string) => Promise<Answered<'community:invite'>>;
  onShare: (communityId: string) => Promise<Answered<'community:share'>>;
  copy: (text: string) => Promise<Trouble | null>;
}

/** A link with which colleagues join, for each community that makes such links; for others words with its address. */
export function InviteCard({ communities, onInvite, onShare, copy }: InviteCardProps) {
  const { t } = useText();
  const [answers, setAnswers] = useState<Readonly<Record<string, Invitation>>>({});
  const signedIn = communities.filter(({ signedOut }) => !signedOut);
  const inviting = signedIn.filter(({ canInvite }) => canInvite);
  if (signedIn.length === 0) return null;
  const invite = (id: string) => async (): Promise<Trouble | null> => {
    const answer = await onInvite(id);
    if (!answer.ok) return answer.error;
    setAnswers((before) => ({ ...before, [id]: answer.value }));
    return null;
  };
  const unmade = inviting.filter(({ id }) => answers[id]?.kind !== 'made');
  return (
    <Section title={t('popup.invite')} size="small" items={unmade.length}>
      {unmade.length > 0 && <p>{t('popup.invite-about')}</p>}
      {inviting.map(({ id, name, origin }) => {
        const answer = answers[id];
        if (answer?.kind === 'made')
          return <MadeInvitation key={id} invitation={answer} origin={origin} copy={copy} />;
        const { readable: count = 0, needed = 0 } = answer ?? {};
        return (
          <div key={id}>
            <ActionButton attempt={invite(id)} label={t('popup.invite-make-label', { community: name })}>
              {t('popup.invite-make')}
            </ActionButton>
            {answer !== undefined && (
              <Notice>{t('popup.invite-too-early', { community: name, count, needed })}</Notice>
            )}
          </div>
        );
      })}
      {signedIn
        .filter(({ canInvite }) => !canInvite)
        .map((community) => (
          <ShareCommunity key={community.id} community={community} onShare={onShare} copy={copy} />
        ))}
    </Section>
  );
}
