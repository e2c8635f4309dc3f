import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** The buttons; the harmless one first. */
  actions: ComponentChildren;
  /** Escape, too. Take the dialog away then. */
  onClose: () => void;
}

/** A question that has to be answered first. Open as long as it stands; the focus goes in and comes back. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the next key can come: one that moved the focus meanwhile would have it come back to the wrong place.
  useLayoutEffect(() => {
    const cameFrom = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (cameFrom instanceof HTMLElement) cameFrom.focus();
    };
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog class={styles.dialog} ref={dialog} aria-labelledby={titleId} onCancel={cancel}>
      {/* biome-ignore lint/a11y/noAutofocus: in a dialog the focus has to go in, and the title is read first */}
      <h2 class={styles.title} id={titleId} tabIndex={-1} autoFocus>
        {title}
      </h2>
      <div class={styles.body}>{children}</div>
      <div class={styles.actions}>{actions}</div>
    </dialog>
  );
}
