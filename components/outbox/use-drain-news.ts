import { useEffect, useRef } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { describeUntil } from '@/components/hooks/times';
import { useAnnounce } from '@/components/ui/Announcer';
import type { WaitingView } from '@/utils/messaging/views';

/** A long delivery is told of at each quarter, and no oftener: a number that runs is noise to who listens. */
const PARTS = 4;

/** Says how a long delivery goes, to people who listen: its quarters, its end, and who asked to wait. */
export function useDrainNews({ drain, asked, total }: WaitingView, now: number): void {
  const { t, language } = useText();
  const announce = useAnnounce();
  const part = drain === null ? null : Math.floor((drain.sent / drain.of) * PARTS);
  const heard = useRef({ part, asked: keyOf(asked) });
  useEffect(() => {
    const before = heard.current;
    heard.current = { part, asked: keyOf(asked) };
    const waits = asked.map(({ communityName: community, until }) =>
      t('popup.story-asked', { community, when: describeUntil(until, now, language) }),
    );
    if (before.part !== null && part === null && total === 0) announce(t('popup.progress-done'));
    else if (waits.length > 0 && keyOf(asked) !== before.asked) announce(waits.join(' '));
    else if (drain !== null && before.part !== null && part !== before.part)
      announce(t('popup.progress', { sent: drain.sent, total: drain.of }));
  });
}

function keyOf(asked: WaitingView['asked']): string {
  return asked.map(({ communityName, until }) => `${communityName} ${until}`).join('\n');
}
