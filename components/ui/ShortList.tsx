import { type ComponentChildren, toChildArray } from 'preact';
import { useText } from '@/components/hooks/text';
import { Disclosure } from './Disclosure';
import styles from './ShortList.module.css';

interface ShortListProps {
  /** List items (`<li>`), most important first. */
  children: ComponentChildren;
  /** How many are shown before "more". */
  atOnce: number;
}

/** A list that stays short: the rest is one press away. */
export function ShortList({ children, atOnce }: ShortListProps) {
  const { t } = useText();
  const items = toChildArray(children);
  const rest = items.slice(atOnce);
  return (
    <>
      <ul class={styles.list}>{items.slice(0, atOnce)}</ul>
      {rest.length > 0 && (
        <Disclosure title={t('ui.more', { count: rest.length })}>
          <ul class={styles.list}>{rest}</ul>
        </Disclosure>
      )}
    </>
  );
}
