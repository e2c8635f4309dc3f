/** @jsxImportSource hono/jsx */
import type { Visitor } from '../auth/session';
import type { ListedPlace } from '../store/places';
import { MakePlaceForm, type PlaceValues } from './MakePlaceForm';
import { Membership, PlaceFacts } from './Membership';
import { PlainText } from './Practice';
import type { PageWords } from './words';

interface PlacesProps {
  readonly words: PageWords;
  readonly places: readonly ListedPlace[];
  readonly visitor: Visitor;
  readonly values: PlaceValues;
  readonly problem: string | null;
}

/** Every place: what it is about, and the way in. */
export function PlacesPage({ words, places, visitor, values, problem }: PlacesProps) {
  const { t } = words;
  const isCoordinator = visitor.account.role === 'coordinator';
  const form = isCoordinator ? (
    <MakePlaceForm words={words} csrf={visitor.csrf} values={values} problem={problem} />
  ) : null;
  return (
    <>
      <h1>{t('server.places')}</h1>
      <p>{t('server.places-about')}</p>
      {problem === null ? null : form}
      {places.length === 0 && !isCoordinator ? <p class="card">{t('server.no-places')}</p> : null}
      {places.map((listed) => (
        <article class="card post">
          <h2>
            <a href={`/@${listed.place.handle}`}>{listed.place.display_name}</a>
          </h2>
          <PlaceFacts words={words} listed={listed} />
          <PlainText text={listed.place.place?.about ?? ''} />
          <Membership words={words} listed={listed} visitor={visitor} back="list" />
        </article>
      ))}
      {problem === null ? form : null}
    </>
  );
}
