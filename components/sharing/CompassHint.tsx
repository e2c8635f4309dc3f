import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useFocusKeeper } from '@/components/hooks/use-focus-keeper';
import { useAnnounce } from '@/components/ui/Announcer';
import { Button } from '@/components/ui/Button';
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import { ask } from '@/utils/messaging/ask';
import type { CompassView } from '@/utils/messaging/views';
import styles from './CompassHint.module.css';

interface CompassHintProps {
  compass: CompassView | null;
  draftId: string;
}

/** Says where a text may belong and why; the person decides, and says so once for each draft. */
export function CompassHint({ compass, draftId }: CompassHintProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const [staying, setStaying] = useState<string | null>(null);
  const shown = staying === draftId ? null : compass;
  const channel = shown?.channel ?? null;
  const place = useFocusKeeper<HTMLDivElement>(shown === null ? 0 : 1);
  useEffect(() => {
    // Said when it comes, and not again at every word that is typed.
    if (channel !== null) announce(t('compass.said', { channel }));
  }, [channel, announce, t]);
  if (compass === null) return null;
  const stay = (): void => {
    setStaying(draftId);
    void ask('compass:stay', { draftId });
  };
  return (
    <div ref={place} tabIndex={-1}>
      {shown !== null && <Hint compass={shown} onStay={stay} />}
    </div>
  );
}

function Hint({ compass, onStay }: { compass: CompassView; onStay: () => void }) {
  const { t, language } = useText();
  const { kind, channel, link, because } = compass;
  const cues = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    compass.cues.map((cue) => t('compass.cue', { cue })),
  );
  return (
    <Notice silent>
      <p>{t(`compass.${kind}`, { channel, cues })}</p>
      {because !== null && <p class={styles.because}>{because}</p>}
      <div class={styles.actions}>
        {link !== null && <Link href={link}>{t('compass.open', { channel })}</Link>}
        <Button variant="quiet" onPress={onStay}>
          {t('compass.stay')}
        </Button>
      </div>
    </Notice>
  );
}
