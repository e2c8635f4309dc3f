import type { ComponentChildren } from 'preact';
import { useText } from '@/components/hooks/text';
import { Section } from '@/components/ui/Section';
import { ShortList } from '@/components/ui/ShortList';
import type { PostView } from '@/utils/messaging/views';
import { type ArrivedActions, ArrivedRow } from './ArrivedRow';

interface ArrivedListProps {
  /** Newest first. */
  posts: readonly PostView[];
  now: number;
  actions: ArrivedActions;
  /** What stands below a post, by its entry. */
  below?: (entryId: string) => ComponentChildren;
}

/** What arrived at the community, with a link to each; nothing where nothing did yet. */
export function ArrivedList({ posts, now, actions, below }: ArrivedListProps) {
  const { t } = useText();
  if (posts.length === 0) return null;
  return (
    <Section title={t('popup.arrived')} size="small">
      <ShortList atOnce={3}>
        {posts.map((post) => (
          <ArrivedRow key={post.entryId} post={post} now={now} actions={actions}>
            {below?.(post.entryId)}
          </ArrivedRow>
        ))}
      </ShortList>
    </Section>
  );
}
