import { useText } from '@/components/hooks/text';
import { Notice } from './Notice';
import { describeTrouble, type Trouble } from './trouble';

/** One clear sentence at the place where it happened; nothing where nothing did. */
export function ProblemNotice({ problem }: { problem: Trouble | null }) {
  const { t } = useText();
  return problem === null ? null : <Notice tone="error">{describeTrouble(t, problem)}</Notice>;
}
