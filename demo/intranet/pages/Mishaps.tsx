/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import { MISHAPS } from '../sessions';

interface MishapsProps {
  readonly t: Text;
  readonly path: string;
}

/** Lets a visitor see what happens when the next change goes wrong. */
export function Mishaps({ t, path }: MishapsProps) {
  return (
    <details class="mishaps">
      <summary>{t('intranet.mishaps.title')}</summary>
      <form action="/mishap" method="post">
        <input type="hidden" name="back" value={path} />
        <p>{t('intranet.mishaps.about')}</p>
        {MISHAPS.map((mishap) => (
          <button type="submit" name="mishap" value={mishap}>
            {t(`intranet.mishaps.${mishap}`)}
          </button>
        ))}
      </form>
    </details>
  );
}
