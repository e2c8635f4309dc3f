import type { Text } from '@/utils/language';
import type { PlatformView } from '@/utils/messaging/community-views';

/** What a connector was run against, in one honest sentence. */
export function describeEvidence(evidence: PlatformView['evidence'], t: Text): string {
  return evidence.kind === 'real'
    ? t('options.evidence-real', { against: evidence.against })
    : t(`options.evidence-${evidence.kind}`);
}
