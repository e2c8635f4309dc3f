import { useText } from '@/components/hooks/text';
import { useAnnounce } from '@/components/ui/Announcer';
import { Button } from '@/components/ui/Button';
import { FilePicker } from '@/components/ui/FilePicker';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import type { CommunityView, PracticeProblem } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import { PictureRow } from './PictureRow';
import styles from './Pictures.module.css';
import { type PictureNews, useBroughtFiles, usePictures } from './use-pictures';

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif';

interface PicturesProps {
  draftId: string;
  practice: Practice;
  community: CommunityView | null;
  /** Shown once the person wanted to send. */
  problems: readonly PracticeProblem[];
  onChange: (change: Pick<Practice, 'pictures'>) => void;
}

/** Up to four pictures, each with words for whoever does not see it: chosen, pasted or dropped. */
export function Pictures({ draftId, practice, community, problems, onChange }: PicturesProps) {
  const { t } = useText();
  const announce = useAnnounce();
  const { pictures = [] } = practice;
  const onAdded = (number: number): void => announce(t('sidebar.picture-added', { number }));
  const { news, removed, thumbnails, add, describe, remove, undo } = usePictures({
    draftId,
    pictures,
    onChange,
    onAdded,
  });
  const takesNone = community !== null && community.pictures === 0;
  useBroughtFiles((files) => void add(files));
  return (
    <section class={styles.pictures} aria-labelledby="pictures-heading">
      <h2 class={styles.heading} id="pictures-heading">
        {t('sidebar.pictures')}
      </h2>
      {takesNone ? (
        <p class={styles.hint}>{t('sidebar.pictures-not-here', { community: community.name })}</p>
      ) : (
        <p class={styles.hint}>{t('sidebar.pictures-hint')}</p>
      )}
      {pictures.length > 0 && (
        <ul class={styles.list}>
          {pictures.map((picture, index) => (
            <PictureRow
              key={picture.id}
              draftId={draftId}
              picture={picture}
              number={index + 1}
              known={thumbnails.get(picture.id) ?? null}
              mustDescribe={problems.includes('description-missing')}
              onDescribe={(description) => describe(picture.id, description)}
              onRemove={() => {
                remove(picture);
                announce(t('sidebar.picture-removed'));
              }}
            />
          ))}
        </ul>
      )}
      {removed !== null && (
        <div class={styles.removed}>
          <span>{t('sidebar.picture-removed')}</span>
          <Button variant="quiet" onPress={undo}>
            {t('sidebar.picture-undo')}
          </Button>
        </div>
      )}
      {problems.includes('pictures-refused') && (
        <Notice tone="error">{t('sidebar.problem-pictures-refused')}</Notice>
      )}
      <News news={news} />
      {!takesNone && (
        <div>
          <FilePicker
            label={t('sidebar.pictures-add')}
            accept={ACCEPTED}
            onPick={(file) => void add([file])}
          />
        </div>
      )}
    </section>
  );
}

function News({ news }: { news: PictureNews }) {
  const { t } = useText();
  switch (news.kind) {
    case 'idle':
      return null;
    case 'working':
      return <p role="status">{t('sidebar.picture-working')}</p>;
    case 'none':
      return <Notice tone="warning">{t('sidebar.picture-none')}</Notice>;
    case 'enough':
      return <Notice tone="warning">{t('sidebar.pictures-enough')}</Notice>;
    case 'failed':
      return <ProblemNotice problem={news.problem} />;
  }
}
