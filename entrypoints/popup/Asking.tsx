import { useState } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { AskingNotice } from '@/components/settings/asking/AskingNotice';
import { MarkSensitive } from '@/components/settings/asking/MarkSensitive';
import { WhyNotAsked } from '@/components/settings/asking/WhyNotAsked';
import { Disclosure } from '@/components/ui/Disclosure';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { ask } from '@/utils/messaging/ask';
import type { Overview } from '@/utils/messaging/views';
import { folderInFront } from '@/utils/platform/gesture';

/** What the popup says about asking of its own accord. */
export function Notices({ asking }: Pick<Overview, 'asking'>) {
  return (
    <AskingNotice
      notices={asking}
      onForget={(forget) => settle(ask('asking:forget', forget))}
      onStop={() => settle(ask('asking:stop', {}))}
      onGoOn={() => settle(ask('asking:go-on', {}))}
    />
  );
}

/** Why nothing was asked on this site, read once somebody wants to know, and the way to have its pages left alone. */
export function AskingHere({ site, now }: { site: string; now: number }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const { value: story, problem } = useAsk('asking:story', open ? { site } : null);
  return (
    <>
      <Disclosure title={t('asking.story')} onToggle={setOpen}>
        <ProblemNotice problem={problem} />
        {story !== null && <WhyNotAsked story={story} now={now} />}
      </Disclosure>
      <MarkSensitive readFolder={folderInFront} onMark={(pages) => settle(ask('sensitive:add', pages))} />
    </>
  );
}
