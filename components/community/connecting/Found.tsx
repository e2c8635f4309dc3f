import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { Choices } from '@/components/ui/Choices';
import type { FoundView } from '@/utils/messaging/sign-in-views';
import { describeEvidence } from '../evidence';
import styles from './connecting.module.css';
import type { Connecting } from './use-connecting';
import { Way } from './Way';

interface FoundProps {
  found: FoundView;
  connecting: Connecting;
}

/** What stands at the address, on what we know it, and the ways to sign in, best first. */
export function Found({ found, connecting }: FoundProps) {
  const { t } = useText();
  const { title, version, name, evidence, ways } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState(ways[0]?.way ?? 'token');
  const { value: platforms } = useAsk('platforms:read', {});
  useEffect(() => heading.current?.focus(), []);
  const way = ways.find((one) => one.way === chosen) ?? ways[0];
  const registration = platforms?.find(({ id }) => id === found.platform)?.registration ?? null;
  return (
    <section class={styles.found} aria-label={t('connect.found', { name })}>
      <div role="status">
        <h4 class={styles.heading} ref={heading} tabIndex={-1}>
          {t('connect.found', { name })}
        </h4>
        {(name !== title || version !== '') && (
          <p>
            {version === ''
              ? t('connect.found-platform', { title })
              : t('connect.found-version', { title, version })}
          </p>
        )}
        <p class={styles.aside}>{describeEvidence(evidence, t)}</p>
      </div>
      {ways.length > 1 && (
        <Choices
          legend={t('connect.ways')}
          value={chosen}
          onChange={setChosen}
          choices={ways.map(({ way: value, pasteAdvice }) => {
            const name = value === 'token' && pasteAdvice?.isPassword ? 'pasted-password' : value;
            return {
              value,
              label: t(`connect.choose-${name}`, { title }),
              hint: t(`connect.hint-${name}`, { title }),
            };
          })}
        />
      )}
      {way !== undefined && (
        <Way key={way.way} found={found} way={way} registration={registration} connecting={connecting} />
      )}
    </section>
  );
}
