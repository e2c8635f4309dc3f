import type { Text } from '@/utils/language';
import type { PlatformView } from '@/utils/messaging/community-views';

/** What a connector was run against, in one honest sentence. */
export function describeEvidence(evidence: PlatformView['evidence'], t: Text): string {
  return evidence.kind === 'documentation'
    ? t('options.evidence-documentation')
    : t(`options.evidence-${evidence.kind}`, { against: evidence.against });
}
