/** @jsxImportSource hono/jsx */
import type { Visitor } from '../auth/session';
import { isKeeper } from '../store/keepers';
import type { ListedPlace } from '../store/places';
import type { PageWords } from './words';

interface PlaceFactsProps {
  readonly words: PageWords;
  readonly listed: ListedPlace;
}

/** How a place is named in a text, how many are in it, and who may come in. */
export function PlaceFacts({ words: { t }, listed: { place, members } }: PlaceFactsProps) {
  return (
    <p class="byline">
      @{place.handle} · {t('server.place-members', { count: members })} ·{' '}
      {place.place?.locked === true ? t('server.place-closed') : t('server.place-open')}
    </p>
  );
}

interface MembershipProps {
  readonly words: PageWords;
  readonly listed: ListedPlace;
  readonly visitor: Visitor;
  /** Which page the button comes back to. */
  readonly back: 'list' | 'place';
}

/** The button in, or out. */
export function Membership({ words, listed, visitor, back }: MembershipProps) {
  const { t } = words;
  const { place, membership } = listed;
  const label = labelOf(words, listed, visitor);
  return (
    <form method="post" action={`/@${place.handle}/membership`} class="row thanks">
      <input type="hidden" name="csrf" value={visitor.csrf} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="join" value={membership === 'none' ? 'true' : 'false'} />
      {membership === 'requested' ? <span>{t('server.place-asked')}</span> : null}
      <button
        type="submit"
        class={membership === 'none' ? undefined : 'quiet'}
        aria-label={`${label}: ${place.display_name}`}
      >
        {label}
      </button>
    </form>
  );
}

function labelOf({ t }: PageWords, { place, membership }: ListedPlace, { account }: Visitor): string {
  if (membership === 'member') return t('server.place-leave');
  if (membership === 'requested') return t('server.place-withdraw');
  const asks = place.place?.locked === true && !isKeeper(account, place);
  return asks ? t('server.place-ask') : t('server.place-join');
}
