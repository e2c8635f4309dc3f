import type { RefObject, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { applyEdit, selectionOf } from './apply-edit';
import styles from './FormatBar.module.css';
import { type Edit, type Selection, toggleMark } from './formatting';
import { toggleList } from './list-formatting';

interface FormatBarProps {
  /** The id of the field that it formats. */
  controls: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

type Format = 'strong' | 'emphasis' | 'list';

const FORMATS: readonly { name: Format; keys: string; format: (selection: Selection) => Edit }[] = [
  { name: 'strong', keys: 'Control+B', format: (selection) => toggleMark(selection, 'strong') },
  { name: 'emphasis', keys: 'Control+I', format: (selection) => toggleMark(selection, 'emphasis') },
  { name: 'list', keys: 'Control+Shift+8', format: toggleList },
];

/** Bold, italic and list for one field: one stop for Tab, the arrows go along it. */
export function FormatBar({ controls, field }: FormatBarProps) {
  const { t } = useText();
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const next = nextStop(event.key, current);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      role="toolbar"
      class={styles.bar}
      aria-label={t('sidebar.format')}
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {FORMATS.map(({ name, keys, format }, index) => (
        <button
          key={name}
          type="button"
          class={`${styles.button} ${styles[name]}`}
          tabIndex={index === current ? 0 : -1}
          aria-label={t(`sidebar.format-${name}`)}
          aria-keyshortcuts={keys}
          title={`${t(`sidebar.format-${name}`)} (${keys.replace('Control', 'Ctrl')})`}
          onFocus={() => setCurrent(index)}
          onClick={() => field.current && applyEdit(field.current, format(selectionOf(field.current)))}
        >
          {name === 'list' ? <ListSign /> : <span aria-hidden="true">{LETTERS[name]}</span>}
        </button>
      ))}
    </div>
  );
}

const LETTERS = { strong: 'B', emphasis: 'I' } as const;

function ListSign() {
  return (
    <svg class={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 4h.01M2 8h.01M2 12h.01M6 4h8M6 8h8M6 12h8" />
    </svg>
  );
}

function nextStop(key: string, current: number): number | null {
  const last = FORMATS.length - 1;
  if (key === 'ArrowRight') return current === last ? 0 : current + 1;
  if (key === 'ArrowLeft') return current === 0 ? last : current - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}
