import { describe, expect, test } from 'vitest';
import { aPractice } from '@/tests/support/practices';
import { aShared, sharedPractices } from '@/tests/support/shared-practices';
import { Finder } from '@/utils/library/finder';
import type { Shared } from '@/utils/library/shelf';
import { about, type Near, type RowsOf, similarTo } from '@/utils/library/similar';
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
const rowsOf =
  (rows: readonly Shared[]): RowsOf =>
  async (ids) =>
    ids.map((id) => rows.find((row) => row.id === id));
const like = async (rows: readonly Shared[], practice: Practice): Promise<readonly string[]> =>
  titlesOf(await similarTo(finderOf(rows), practice, rowsOf(rows)));
const on = async (rows: readonly Shared[], title: string, beside = ''): Promise<readonly string[]> =>
  titlesOf(await about(finderOf(rows), { title, beside }, 'nl', rowsOf(rows)));

function titlesOf(near: readonly Near[]): string[] {
  return near.map(({ shared }) => shared.practice.title);
}

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
  ] as const)('%j is like “%s”', async (changes, title) => {
    expect((await like(small, draft({ ...changes })))[0]).toBe(title);
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
  ])('nothing is like %j', async (changes) => {
    expect(await like(small, draft(changes))).toEqual([]);
  });

  test('among thousands the one with the same rare word stands first, and all stand in order', async () => {
    const rows = sharedPractices(3_000, 5).map((row, n) =>
      n % 300 === 0
        ? { ...row, practice: { ...row.practice, title: `${row.practice.title} zonnewijzer${n}` } }
        : row,
    );
    const finder = finderOf(rows);
    for (const row of rows.filter((_row, n) => n % 300 === 0)) {
      const near = await similarTo(finder, row.practice, rowsOf(rows));
      expect([...near].sort((one, other) => other.score - one.score)).toEqual(near);
      expect(near[0]?.shared.id).toBe(row.id);
    }
  });

  test('one that is gone from the shelf, but not from the index yet, is left out', async () => {
    const [first] = small;
    if (first === undefined) throw new Error('an empty shelf');
    const near = await similarTo(finderOf(small), first.practice, rowsOf(small.slice(1)));
    expect(near.map(({ shared }) => shared.id)).not.toContain(first.id);
  });

  test('a practice is like itself, and no more like anything else', async () => {
    for (const { practice } of small) expect((await like(small, practice))[0]).toBe(practice.title);
  });
});

describe('practices about a page', () => {
  test('what was done there chooses among them, and finds none by itself', async () => {
    const rows = ['Aktenplan publiceren', 'Aktenplan herzien'].map((title, n) =>
      aShared({ postId: String(n), practice: draft({ title }) }),
    );
    expect((await on(rows, 'Aktenplan', 'gepubliceerd'))[0]).toBe('Aktenplan publiceren');
    expect((await on(rows, 'Aktenplan', 'herzien DokuWiki'))[0]).toBe('Aktenplan herzien');
    expect(await on(rows, 'Startpagina', 'gepubliceerd')).toEqual([]);
    expect(await on(rows, '', 'gepubliceerd')).toEqual([]);
  });

  test.each([
    ['Selectielijst bouwdossiers - SharePoint', 'Selectielijst toepassen op bouwdossiers'],
    ['Glasnegatieven', 'Glasnegatieven digitaliseren'],
  ])('“%s” brings “%s”', async (title, found) => {
    expect(await on(small, title)).toEqual([found]);
  });

  test.each(['Startpagina', 'Documenten', 'Home', '', '—', 'Parkeerkaart 2026'])(
    '“%s” brings nothing',
    async (title) => {
      expect(await on(small, title)).toEqual([]);
    },
  );
});
