/** @jsxImportSource hono/jsx */
import type { Visitor } from '../auth/session';
import type { Account } from '../store/accounts';
import type { ListedPlace } from '../store/places';
import { Membership, PlaceFacts } from './Membership';
import { PlainText } from './Practice';
import type { PageWords } from './words';

interface PlaceHeaderProps {
  readonly words: PageWords;
  readonly listed: ListedPlace;
  readonly visitor: Visitor;
  /** Whoever is in it, as far as the visitor may know. */
  readonly members: readonly Account[];
  /** Who asks to be let in; only for those who keep the place. */
  readonly requesters: readonly Account[];
}

/** What stands above the posts of a place: what it is about, who is in it, the way in. */
export function PlaceHeader({ words, listed, visitor, members, requesters }: PlaceHeaderProps) {
  const { t } = words;
  const { place, membership } = listed;
  const how =
    membership === 'member'
      ? t('server.place-how', { handle: `@${place.handle}` })
      : t(place.place?.locked === true ? 'server.place-members-only' : 'server.place-join-about');
  return (
    <>
      <header class="card">
        <h1>{place.display_name}</h1>
        <PlaceFacts words={words} listed={listed} />
        <PlainText text={place.place?.about ?? ''} />
        <p class="hint">{how}</p>
        <Members words={words} members={members} />
        <Membership words={words} listed={listed} visitor={visitor} back="place" />
      </header>
      {requesters.length === 0 ? null : (
        <section class="card">
          <h2>{t('server.place-requests')}</h2>
          {requesters.map((requester) => (
            <Request words={words} place={place} requester={requester} csrf={visitor.csrf} />
          ))}
        </section>
      )}
    </>
  );
}

function Members({ words: { t }, members }: { words: PageWords; members: readonly Account[] }) {
  return members.length === 0 ? null : (
    <ul class="topics" aria-label={t('server.place-who-in')}>
      {members.map(({ handle, display_name }) => (
        <li>
          <a href={`/@${handle}`}>{display_name}</a>
        </li>
      ))}
    </ul>
  );
}

interface RequestProps {
  readonly words: PageWords;
  readonly place: Account;
  readonly requester: Account;
  readonly csrf: string;
}

function Request({ words: { t }, place, requester, csrf }: RequestProps) {
  const { display_name: name, handle, id } = requester;
  return (
    <form method="post" action={`/@${place.handle}/requests`} class="row request">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="account" value={id} />
      <a href={`/@${handle}`}>{name}</a>
      <button
        type="submit"
        name="decision"
        value="accept"
        aria-label={`${t('server.place-accept')}: ${name}`}
      >
        {t('server.place-accept')}
      </button>
      <button
        type="submit"
        name="decision"
        value="refuse"
        class="quiet"
        aria-label={`${t('server.place-refuse')}: ${name}`}
      >
        {t('server.place-refuse')}
      </button>
    </form>
  );
}
