import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFocusKeeper } from '@/components/hooks/use-focus-keeper';
import styles from './Section.module.css';

interface SectionProps {
  title: string;
  children: ComponentChildren;
  /** For links to it. */
  id?: string;
  /** How many items its list has: when one with the focus goes away, the focus comes to the title. */
  items?: number;
  /** `small` for places with little room, like the popup; `sub` inside another section. */
  size?: 'small' | 'large' | 'sub';
}

/** A part of a page under its own heading. */
export function Section({ title, children, id, items = 0, size = 'large' }: SectionProps) {
  const titleId = useId();
  const heading = useFocusKeeper<HTMLHeadingElement>(items);
  const Heading = size === 'sub' ? 'h3' : 'h2';
  return (
    <section class={styles.section} aria-labelledby={titleId} id={id}>
      <Heading class={styles[size]} id={titleId} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
