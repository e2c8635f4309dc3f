import type { ComponentChildren } from 'preact';
import styles from './Notice.module.css';

export type Tone = 'info' | 'success' | 'warning' | 'error';

interface NoticeProps {
  children: ComponentChildren;
  tone?: Tone;
  /** For a notice that stands there from the start: nothing happened that has to be said aloud. */
  silent?: boolean;
}

/** A sentence that stands out. Errors are said at once, the rest when there is a pause. */
export function Notice({ children, tone = 'info', silent = false }: NoticeProps) {
  const role = tone === 'error' ? 'alert' : 'status';
  return (
    <div class={`${styles.notice} ${styles[tone]}`} role={silent ? undefined : role}>
      {children}
    </div>
  );
}
