import { FittingPractices } from '@/components/community/FittingPractices';
import { News } from '@/components/community/News';
import { OpenQuestions } from '@/components/community/OpenQuestions';
import { Responses } from '@/components/community/Responses';
import { useAsk } from '@/components/hooks/use-ask';
import { ArrivedList } from '@/components/outbox/ArrivedList';
import { ask } from '@/utils/messaging/ask';
import type { SharedView } from '@/utils/messaging/library-views';
import type { Overview } from '@/utils/messaging/views';
import { arrivedActions, replyActions, sharedActions } from './actions';

interface ColleaguesProps {
  now: number;
}

/** What colleagues wrote or asked that this person may want to hear of. */
export function Colleagues({ now, fitting }: ColleaguesProps & { fitting: readonly SharedView[] }) {
  const { value: responses } = useAsk('responses:read', {});
  const { value: questions } = useAsk('question:open', {});
  return (
    <>
      <News
        responses={responses ?? []}
        now={now}
        actions={replyActions}
        onSeen={(entryId, thanks, at) => void ask('responses:told', { entryId, thanks, at })}
      />
      <OpenQuestions questions={questions ?? []} now={now} actions={sharedActions} atOnce={1} />
      <FittingPractices fitting={fitting} now={now} actions={sharedActions} />
    </>
  );
}

/** What arrived, each with what came back on it. */
export function Arrived({ posts, now }: ColleaguesProps & { posts: Overview['arrived'] }) {
  const { value: responses } = useAsk('responses:read', posts.length === 0 ? null : {});
  const below = (entryId: string) => {
    const response = responses?.find((one) => one.entryId === entryId);
    return response && <Responses response={response} now={now} actions={replyActions} listed />;
  };
  return <ArrivedList posts={posts} now={now} actions={arrivedActions} below={below} />;
}
