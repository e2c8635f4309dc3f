import { type Result, succeed } from '@/utils/kernel/result';
import { worthReading } from '@/utils/library/to-read';
import type { Problem, Replies, RequestOf } from '@/utils/messaging/contract';
import { findSensitive, mask } from '@/utils/privacy/find-sensitive';
import type { Services } from '../services';

type Reply<Name extends keyof Replies> = Promise<Result<Replies[Name], Problem>>;

const PRACTICES = 3;
const NEWEST = 200;

/** Reads the text and forgets it: a rehearsal leaves nothing on disk and nothing in the outbox. */
export async function lookAtRehearsal(
  services: Services,
  { text }: RequestOf<'rehearsal:look'>,
): Reply<'rehearsal:look'> {
  const [{ policy }, { t }] = await Promise.all([services.policy(), services.words()]);
  const findings = findSensitive(text, { dossierPatterns: policy.dossierPatterns ?? [] });
  return succeed({
    text,
    found: findings.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) })),
    // From the end, so that the places of the others still hold.
    masked: findings.reduceRight((rest, one) => mask(rest, one, `[${t(`guard.mask-${one.kind}`)}]`), text),
  });
}

/** What others shared most usefully, as far as it was read already. */
export async function practicesToRead({ db }: Services): Reply<'guide:practices'> {
  const [newest, communities] = await Promise.all([
    db.shared.orderBy('at').reverse().limit(NEWEST).toArray(),
    db.communities.toArray(),
  ]);
  const own = new Set(communities.map(({ accountId }) => accountId));
  const practices = worthReading(newest, own, PRACTICES).map(
    ({ id, practice: { title, did }, authorName, url, thanks }) => ({
      id,
      title,
      did,
      authorName,
      url,
      thanks,
    }),
  );
  return succeed({ practices });
}
