import styles from './Brand.module.css';

/** The product's mark and name, as the page's first heading. */
export function Brand({ name, note }: { name: string; note?: string | undefined }) {
  return (
    <div class={styles.brand}>
      <img class={styles.mark} src="/icon/mark.svg" alt="" width="32" height="32" />
      <div>
        <h1 class={styles.name}>{name}</h1>
        {note !== undefined && <p class={styles.note}>{note}</p>}
      </div>
    </div>
  );
}
