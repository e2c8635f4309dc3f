import { between, pick, seeded } from '@/scripts/seeded';
import { newReference } from '@/utils/kernel/ids';
import type { Random } from '@/utils/kernel/random';
import type { Shared } from '@/utils/library/shelf';
import type { Practice } from '@/utils/practice/practice';

/** What practices are about: the words of a topic go together. */
const SUBJECTS: readonly (readonly string[])[] = [
  'selectielijst bewaartermijn waardering categorie omzetting geldigheid'.split(' '),
  'vernietiging vernietigingslijst akkoord versnipperen toelating bewijs'.split(' '),
  'overbrenging rijksarchief inventaris depot neerlegging doos'.split(' '),
  'e-mail mailbox bijlage postvak verzender doorsturen'.split(' '),
  'metadata veld zaaktype verplicht standaardwaarde woordenlijst'.split(' '),
  'digitalisering scanner resolutie kwaliteitscontrole vervangen ocr'.split(' '),
  'openbaarheid aanvraag inzage anonimiseren uitzondering termijn'.split(' '),
  'handtekening ondertekenen certificaat zegel geldigheidsduur hoogdoorlatend'.split(' '),
  'mappenstructuur boomstructuur naamgeving versie hernoemen afspraak'.split(' '),
  'vergadering notulen agenda besluit verslag goedkeuring'.split(' '),
  'personeelsdossier loonfiche aanwerving uitdienst vertrouwelijk rechten'.split(' '),
  'bouwaanvraag plan perceel vergunning bestek omgevingsloket'.split(' '),
];
const FILLING =
  'eerst daarna collega dienst document dossier maken zetten nakijken samen werkwijze lijst bewaren zoeken vinden delen tijd week stap overzicht systeem bestand vraag team'.split(
    ' ',
  );
const DAY_MS = 86_400_000;

/** The practice of one subject, some words of it in the title and more in the text; the same for the same chance. */
export function practiceAbout(subject: number, random: Random): Practice {
  const words = SUBJECTS[subject % SUBJECTS.length] ?? [];
  const some = (count: number): string[] => Array.from({ length: count }, () => pick(random, words));
  const text = Array.from({ length: between(random, 20, 60) }, () =>
    random() < 0.2 ? pick(random, words) : pick(random, FILLING),
  );
  const [first = '', ...others] = some(3);
  return {
    title: `${first} ${pick(random, FILLING)} ${others.join(' ')}`,
    did: text.join(' '),
    why: some(2).join(' '),
    tip: '',
    topics: [pick(random, words)],
    link: null,
    language: 'nl',
  };
}

export const SUBJECT_COUNT = SUBJECTS.length;

/** So many practices that a community shared, the newest first; always the same for a seed. */
export function sharedPractices(count: number, seed = 1, communityId = 'community'): Shared[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, n) => {
    const practice = practiceAbout(between(random, 0, SUBJECT_COUNT - 1), random);
    return aShared(
      { postId: String(1_000_000 + n), communityId, at: (20_000 - n) * DAY_MS, practice },
      random,
    );
  });
}

/** A practice as it stands on the shelf; say only what the test is about. */
export function aShared(
  wishes: Partial<Shared> & Pick<Shared, 'practice'>,
  random: Random = seeded(7),
): Shared {
  const { communityId = 'community', postId = '1' } = wishes;
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => between(random, 0, 255));
  return {
    id: `${communityId} ${postId}`,
    communityId,
    postId,
    url: `https://community.example/@joris/${postId}`,
    authorId: '2',
    authorName: 'Joris',
    at: DAY_MS,
    reference: newReference(bytes),
    answersId: null,
    source: 'aloud',
    thanks: 0,
    replies: 0,
    thanked: false,
    ...wishes,
  };
}
