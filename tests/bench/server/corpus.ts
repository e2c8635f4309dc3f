/** Words of the trade; the first ones are in many posts, the last in few. */
const WORDS =
  'archief dossier selectielijst vernietiging overdracht metadata bestand map document notulen verslag vergadering contract beheer termijn bewaring digitaal scan kwaliteit controle zoeken naam nummer versie datum eigenaar proces stap afspraak collega vraag antwoord tip praktijk depot schijf mail bijlage toegang rechten'.split(
    ' ',
  );

/** The nth post: always the same text for the same number, about 300 bytes, with one word that only it has. */
export function textOf(n: number): string {
  const picked = Array.from({ length: 34 }, (_, at) => {
    const spread = ((n + 1) * (at + 7) * 2_654_435_761) >>> 0;
    return WORDS[Math.floor((spread / 2 ** 32) ** 2 * WORDS.length)] ?? '';
  });
  return `Werkwijze ${n}\n\nWat ik deed: ${picked.join(' ')} uniek${n}\n\n#archief`;
}
