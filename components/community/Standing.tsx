import { useText } from '@/components/hooks/text';
import { describeDistance, describeUntil } from '@/components/hooks/times';
import { Disclosure } from '@/components/ui/Disclosure';
import { Link } from '@/components/ui/Link';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import type { Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { StandingView } from '@/utils/messaging/community-views';
import type { CommunityView } from '@/utils/messaging/views';
import { describeEvidence } from './evidence';
import styles from './Standing.module.css';
import { shownScopes } from './shown-names';

interface StandingProps {
  standing: StandingView;
  community: CommunityView;
  now: number;
}

/** How one community is doing: what waits for it, what arrived last, and what it allows. */
export function Standing({ standing, community, now }: StandingProps) {
  const { t, language } = useText();
  const { askedUntil, last } = standing;
  return (
    <div class={styles.standing}>
      <p>{queueOf(standing, t)}</p>
      {askedUntil !== null && askedUntil > now && (
        <p>
          {t('options.standing-asked', {
            community: community.name,
            when: describeUntil(askedUntil, now, language),
          })}
        </p>
      )}
      {last !== null && (
        <p>
          {t('options.standing-last', { when: describeDistance(last.at, now, language) })}{' '}
          <Link href={last.url}>{last.title.trim() || t('options.standing-last-untitled')}</Link>
        </p>
      )}
      <Disclosure title={t('options.limits')}>
        <ul class={styles.limits}>
          <li>
            {community.platform}. {describeEvidence(community.evidence, t)}
          </li>
          <li>{lengthAllowed(standing, t, language)}</li>
          {ratesAllowed(standing, t, language).map((rate) => (
            <li key={rate}>{rate}</li>
          ))}
          {community.signedInBy !== null && <li>{accessOf(community, t)}</li>}
        </ul>
      </Disclosure>
    </div>
  );
}

function queueOf({ paused, waiting, needing }: StandingView, t: Text): string {
  const parts = [
    ...(waiting === 0 ? [] : [t(`options.standing-${paused ? 'paused' : 'waiting'}`, { count: waiting })]),
    ...(needing === 0 ? [] : [t('options.standing-needing', { count: needing })]),
  ];
  return parts.length === 0 ? t('options.standing-idle') : parts.join(' ');
}

function lengthAllowed({ maxCharacters, countsIn }: StandingView, t: Text, language: Language): string {
  const shown = (count: number): string => count.toLocaleString(language);
  return countsIn === 'bytes'
    ? t('options.limit-bytes', { max: shown(Math.floor(maxCharacters / 1000)) })
    : t('options.limit-characters', { max: shown(maxCharacters) });
}

/** Longest first: a limit is said in the longest that it is a whole number of. */
const SPANS = [
  ['options.limit-rate-days', DAY_MS],
  ['options.limit-rate-hours', HOUR_MS],
  ['options.limit-rate-minutes', MINUTE_MS],
] as const;

function ratesAllowed({ rateLimits }: StandingView, t: Text, language: Language): readonly string[] {
  if (rateLimits.length === 0) return [t('options.limit-rate-told')];
  return rateLimits.map(({ requests: most, perMs }) => {
    const requests = most.toLocaleString(language);
    const [words, span] =
      SPANS.find(([, ms]) => perMs % ms === 0) ?? (['options.limit-rate', SECOND_MS] as const);
    return t(words, { requests, count: Math.max(1, Math.round(perMs / span)) });
  });
}

function accessOf({ signedInBy, mayDo, platform: title }: CommunityView, t: Text): string {
  const by =
    signedInBy === null ? '' : t('connect.signed-in-by', { way: t(`connect.way-${signedInBy}`, { title }) });
  return mayDo.length === 0 ? by : `${by} ${t('connect.may-words', { title, words: shownScopes(mayDo) })}`;
}
