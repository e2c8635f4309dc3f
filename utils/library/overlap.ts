const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HUMP = /(\p{Ll})(\p{Lu})/gu;
/** Shorter words say too little; from this length on one that begins with another is taken for the same. */
const LEAST = 4;
const LEAST_BEGINNING = 5;

/** Words that stand in every text, of four letters and more, without accents. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'aan alle alles andere bent bestaat beter bij dan dat deze doen door doet eens even geen haar hebben hebt heeft',
    'hier hoeveel iemand ieder iets jullie kunnen maar meer moet moeten naar niet niets nieuwe nog onze over veel',
    'voor waar waarom wanneer waren weet welke werd werken werkt wordt worden zijn zonder zoals zouden zulke',
    'avec avez avoir cela ceci cette ceux chez comme comment dans depuis deux doit dont elle elles entre etait etes',
    'etre faire fait faites font leur leurs mais meme moins nous notre nouvelle nouveau parce plus pour pourquoi quand',
    'quel quelle quels quelles quelqu quelque sans sont sous tous tout toute toutes tres vers votre vous',
    'aber alle alles also andere auch auf beim dabei damit dann dass dein denn deren diese dieser dieses doch durch',
    'eine einem einen einer eines etwas euch gibt haben habe hatte hier ihre ihrem ihren immer jede jemand kann keine',
    'konnen mehr mein muss nach neue nicht noch oder ohne sehr sein seine sich sind uber unser unsere viel wann warum',
    'welche welcher welches wenn werden wird wurde',
    'about after also been before between both could does doing done each every from have having here into just like',
    'make many more most much need only other over same should some such than that their them then there these they',
    'this those through very want were what when where which while will with without would your',
  ].flatMap((line) => line.split(' ')),
);

/** The words of a text that say what it is about: without capitals, accents and what every text has. */
export function tellingWords(text: string): ReadonlySet<string> {
  const folded = text.replace(HUMP, '$1 $2').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.match(WORD) ?? [];
  return new Set(words.filter((word) => word.length >= LEAST && !COMMON.has(word)));
}

/** How many of these words are also there, where one may go on after the other ends: archief, archiefdoos. */
export function overlap(words: ReadonlySet<string>, there: ReadonlySet<string>): number {
  let met = 0;
  for (const word of words) {
    if (there.has(word) || [...there].some((other) => isBeginning(word, other))) met += 1;
  }
  return met;
}

function isBeginning(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= LEAST_BEGINNING && long.startsWith(short);
}
