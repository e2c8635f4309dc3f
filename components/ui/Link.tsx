import type { ComponentChildren } from 'preact';
import styles from './Link.module.css';

interface LinkProps {
  children: ComponentChildren;
  /** An address on the web, or of a new mail, opens in a new tab; anything else is shown as text. */
  href: string;
}

/** A link. Addresses come from platforms too: a `javascript:` one must never become something to click on. */
export function Link({ children, href }: LinkProps) {
  if (href.startsWith('#') || href.startsWith('/')) {
    return (
      <a class={styles.link} href={href}>
        {children}
      </a>
    );
  }
  const safe = URL.canParse(href) && /^(https?|mailto):$/.test(new URL(href).protocol);
  if (!safe) return <span>{children}</span>;
  return (
    <a class={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
