import { describe, expect, test } from 'vitest';
import { seeded } from '@/scripts/seeded';
import { aPractice } from '@/tests/support/practices';
import { aShared, practiceAbout, SUBJECT_COUNT, sharedPractices } from '@/tests/support/shared-practices';
import { Finder } from '@/utils/library/finder';
import type { Shared } from '@/utils/library/shelf';
import { about, similarTo } from '@/utils/library/similar';
import type { Practice } from '@/utils/practice/practice';

function finderOf(rows: readonly Shared[]): Finder {
  const finder = new Finder();
  for (const row of rows) finder.put(row);
  return finder;
}

/** A small community: what people wrote, by hand. */
const TOLD: readonly Partial<Practice>[] = [
  {
    title: 'Mailboxen van vertrokken collega’s archiveren',
    did: 'Ik exporteerde de mailbox naar EML en zette ze per dossier in het DMS.',
    topics: ['e-mail'],
  },
  {
    title: 'Selectielijst toepassen op bouwdossiers',
    did: 'Per categorie heb ik de bewaartermijn in een kolom gezet.',
    topics: ['selectielijst'],
  },
  {
    title: 'Vergaderverslagen een vaste naam geven',
    did: 'Datum, orgaan, onderwerp: zo vinden we elk verslag terug.',
    topics: ['naamgeving'],
  },
  {
    title: 'Glasnegatieven digitaliseren',
    did: 'We legden ze op een lichtbak en fotografeerden op 600 dpi.',
    topics: ['digitalisering'],
  },
  {
    title: 'Archiver les courriels d’un service',
    did: 'J’ai exporté la boîte aux lettres partagée avant le départ.',
    topics: ['courriels'],
    language: 'fr',
  },
  {
    title: 'E-Mails in der Akte ablegen',
    did: 'Wir haben eine Regel für das gemeinsame Postfach gemacht.',
    topics: ['E-Mail'],
    language: 'de',
  },
];
const small = TOLD.map((told, n) =>
  aShared({ postId: String(n), practice: aPractice({ why: '', link: null, ...told }) }),
);
const titlesOf = (
  rows: readonly Shared[],
  near: readonly { readonly id: string }[],
): (string | undefined)[] => near.map(({ id }) => rows.find((row) => row.id === id)?.practice.title);

function draft(changes: Partial<Practice>): Practice {
  return aPractice({ title: '', did: '', why: '', topics: [], link: null, ...changes });
}

describe('similar practices', () => {
  test.each([
    [{ title: 'De mailbox van een vertrokken collega' }, 'Mailboxen van vertrokken collega’s archiveren'],
    [{ did: 'Ik pas de selectielijst toe op onze bouwdossiers.' }, 'Selectielijst toepassen op bouwdossiers'],
    [{ title: 'Glasnegatief gedigitaliseerd', did: 'Op de lichtbak.' }, 'Glasnegatieven digitaliseren'],
    [
      { title: 'Courriels archivés', did: 'La boîte du service.', language: 'fr' },
      'Archiver les courriels d’un service',
    ],
    [{ title: 'Regel für E-Mails im Postfach', language: 'de' }, 'E-Mails in der Akte ablegen'],
    [
      { title: 'Namen van verslagen', did: 'Een vaste naam voor elk vergaderverslag.' },
      'Vergaderverslagen een vaste naam geven',
    ],
  ] as const)('%j is like “%s”', (changes, title) => {
    expect(titlesOf(small, similarTo(finderOf(small), draft({ ...changes }), 3))[0]).toBe(title);
  });

  test.each([
    [{}],
    [{ title: 'Ik' }],
    [
      {
        title: 'Parkeerkaarten aanvragen',
        did: 'Ik heb een formulier gemaakt voor bezoekers die hun auto willen zetten.',
      },
    ],
    [{ title: 'Koffie', did: 'Ik heb samen met een collega de koffiemachine ontkalkt en dat ging goed.' }],
    [
      {
        title: 'Een nieuwe website',
        did: 'Wij hebben de teksten herschreven in klare taal, en elke week één pagina.',
      },
    ],
    [{ title: 'Planning van de vakantie', did: 'Iedereen vult zijn dagen in een gedeelde agenda in.' }],
    [{ title: 'Le budget participatif', did: 'Nous avons voté les projets des habitants.', language: 'fr' }],
  ])('nothing is like %j', (changes) => {
    expect(titlesOf(small, similarTo(finderOf(small), draft(changes), 3))).toEqual([]);
  });

  test('among thousands are of the same subject, at most three, the nearest first', () => {
    const rows = sharedPractices(3_000, 5);
    const finder = finderOf(rows);
    const random = seeded(99);
    for (let subject = 0; subject < SUBJECT_COUNT; subject += 1) {
      const near = similarTo(finder, practiceAbout(subject, random), 3);
      expect(near.length).toBeLessThanOrEqual(3);
      expect([...near].sort((one, other) => other.score - one.score)).toEqual(near);
    }
  });

  test('a practice is like itself, and no more like anything else', () => {
    const finder = finderOf(small);
    for (const { id, practice } of small) {
      const [nearest] = similarTo(finder, practice, 3);
      expect(nearest?.id).toBe(id);
    }
  });
});

describe('practices about a page', () => {
  test.each([
    ['Selectielijst bouwdossiers - SharePoint', 'Selectielijst toepassen op bouwdossiers'],
    ['Glasnegatieven', 'Glasnegatieven digitaliseren'],
  ])('“%s” brings “%s”', (title, found) => {
    expect(titlesOf(small, about(finderOf(small), title, 'nl', 3))).toEqual([found]);
  });

  test.each(['Startpagina', 'Documenten', 'Home', '', '—', 'Parkeerkaart 2026'])(
    '“%s” brings nothing',
    (title) => {
      expect(about(finderOf(small), title, 'nl', 3)).toEqual([]);
    },
  );
});
