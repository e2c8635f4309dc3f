import styles from './FilePicker.module.css';

interface FilePickerProps {
  label: string;
  /** As in `accept`: what the browser's own window offers first. */
  accept: string;
  onPick: (file: File) => void;
}

/** Lets the person choose one file. The same file may be chosen twice. */
export function FilePicker({ label, accept, onPick }: FilePickerProps) {
  return (
    <label class={styles.picker}>
      {label}
      <input
        class={styles.input}
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onPick(file);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
