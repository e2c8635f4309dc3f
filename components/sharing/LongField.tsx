import type { TargetedKeyboardEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Field } from '@/components/ui/Field';
import { applyEdit, selectionOf } from './apply-edit';
import { FormatBar } from './FormatBar';
import { formatByKey } from './format-keys';
import styles from './LongField.module.css';

interface LongFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  error?: string | null;
  /** Whether the community shows bold, italic and lists. */
  formats: boolean;
  /** Said beside the label of a field that may stay empty: that is one line until somebody writes in it. */
  optional?: string;
}

/** Several lines of text, with light formatting by keyboard and by buttons. */
export function LongField({ label, value, onInput, error, formats, optional }: LongFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [visited, setVisited] = useState(false);
  const isLight = optional !== undefined;
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    const edit = formats ? formatByKey(event, selectionOf(event.currentTarget)) : null;
    if (edit === null) return;
    event.preventDefault();
    applyEdit(event.currentTarget, edit);
  };
  const control = (attributes: Parameters<Parameters<typeof Field>[0]['control']>[0]) => (
    <>
      <textarea
        {...attributes}
        class={`${attributes.class} ${isLight ? styles.light : styles.main}`}
        ref={field}
        rows={rowsFor(value, isLight ? 1 : 4)}
        value={value}
        onFocus={() => setVisited(true)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {formats && (!isLight || visited || value !== '') && (
        <FormatBar controls={attributes.id} field={field} />
      )}
    </>
  );
  return <Field label={label} aside={optional} error={error} control={control} />;
}

const COLUMNS = 45;
const MOST_ROWS = 14;

/** For a browser whose text areas do not grow by themselves: about as many rows as the text takes. */
function rowsFor(text: string, least: number): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
  return Math.min(MOST_ROWS, Math.max(least, rows));
}
