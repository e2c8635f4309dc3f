import styles from './PlainText.module.css';

interface PlainTextProps {
  /** What it is, for people who listen. */
  label: string;
  children: string;
}

/** Text exactly as it was written: never markup, in its own direction; where it is long it scrolls in place. */
export function PlainText({ label, children }: PlainTextProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only keys must be able to scroll it
    <section class={styles.text} aria-label={label} tabIndex={0} dir="auto">
      {children}
    </section>
  );
}
