import { type ComponentChildren, toChildArray } from 'preact';
import { useText } from '@/components/hooks/text';
import { Disclosure } from './Disclosure';
import styles from './ShortList.module.css';

interface ShortListProps {
  /** List items (`<li>`), most important first. */
  children: ComponentChildren;
  /** How many are shown before "more". */
  atOnce: number;
  /** How many there are, where not all of them are here; */
  total?: number;
  /** and what brings more of them. */
  end?: ComponentChildren;
  /** Told when somebody opens or closes the rest. */
  onToggle?: (open: boolean) => void;
}

/** A list that stays short: the rest is one press away. */
export function ShortList({ children, atOnce, total, end, onToggle }: ShortListProps) {
  const { t } = useText();
  const items = toChildArray(children);
  const rest = items.slice(atOnce);
  return (
    <>
      <ul class={styles.list}>{items.slice(0, atOnce)}</ul>
      {rest.length > 0 && (
        <Disclosure
          title={t('ui.more', { count: (total ?? items.length) - atOnce })}
          {...(onToggle === undefined ? {} : { onToggle })}
        >
          <ul class={styles.list}>{rest}</ul>
          {end}
        </Disclosure>
      )}
    </>
  );
}
