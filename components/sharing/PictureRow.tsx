import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { TextField } from '@/components/ui/TextField';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { Picture } from '@/utils/practice/practice';
import styles from './Pictures.module.css';

interface PictureRowProps {
  draftId: string;
  picture: Picture;
  /** Its place among the others, from 1. */
  number: number;
  /** The picture itself, as an address, where this page has it already. */
  known: string | null;
  mustDescribe: boolean;
  onDescribe: (description: string) => void;
  onRemove: () => void;
}

/** One picture: small, with the words for it, and a way to leave it out. */
export function PictureRow(props: PictureRowProps) {
  const { draftId, picture, number, known, mustDescribe, onDescribe, onRemove } = props;
  const { t } = useText();
  const [shown, problem] = useThumbnail(draftId, picture.id, known);
  const isMissing = mustDescribe && picture.description.trim() === '';
  return (
    <li class={styles.row}>
      {shown !== null && <img class={styles.thumbnail} src={shown} alt={picture.description} />}
      {problem !== null && <ProblemNotice problem={problem} />}
      <div class={styles.words}>
        <TextField
          label={t('sidebar.picture-description', { number })}
          hint={t('sidebar.picture-description-hint')}
          value={picture.description}
          onInput={onDescribe}
          error={isMissing ? t('sidebar.picture-missing') : null}
        />
        <Button variant="quiet" onPress={onRemove} label={t('sidebar.picture-remove-one', { number })}>
          {t('sidebar.picture-remove')}
        </Button>
      </div>
    </li>
  );
}

function useThumbnail(
  draftId: string,
  pictureId: string,
  known: string | null,
): readonly [string | null, Problem | null] {
  const [shown, setShown] = useState(known);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (shown !== null) return;
    let isWanted = true;
    void ask('picture:read', { draftId, pictureId }).then((read) => {
      if (!isWanted) return;
      if (read.ok) setShown(read.value.dataUrl);
      else setProblem(read.error);
    });
    return () => {
      isWanted = false;
    };
  }, [draftId, pictureId, shown]);
  return [shown, problem];
}
