/** Folded. They stand in every practice of their language, and would make strangers of different topics look alike. */
const WORDS = `
  aan al alle alles als altijd ben bij dan dat de deed den der deze die dit doe doen door dus een eens eerst elk elke en er
  gaan gaat geen had hadden heb hebben heeft het hier hij hoe hun iets ik in is ja je jij jou jouw kan kon kunnen maar me
  meer men met mij mijn moest moet moeten na naar niet niets nieuw nieuwe nog nu of om omdat onder ons onze ook op over
  per te ten ter toch toen tot uit van veel vond voor vooraf waar waarom wanneer want was wat we weer wel welke werd
  werden wie wij wil worden wordt zal ze zelf zich zij zijn zo zodat zoals zonder zou
  a ai ainsi apres au aussi autre aux avant avec avoir c ce ces cet cette chaque comme d dans de des deux donc du elle en
  encore est et etait ete etre eu fait faire faut il ils j je l la le les leur leurs lors lui m ma mais me meme mes mon n
  ne nos notre nous on ont ou par pas peu peut plus pour pouvoir qu quand que quel quelle qui s sa sans se ses si son sont
  sous sur t ta tous tout toute toutes tres tu un une va vers vos votre vous y
  aber alle allem allen aller alles als also am an auch auf aus bei beim bis da damit dann das dass dein dem den denn der
  des die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines er erst es etwas fur gab
  ganz gegen gibt habe haben hat hatte ich ihr ihre im immer in ist ja jede jeder jetzt kann kein keine konnen man mehr
  mein meine mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine seit selbst sich sie sind so
  soll sowie uber um und uns unser unter vom von vor war waren was weil wenn wer werden wie wieder wir wird wurde wurden zu
  zum zur zwischen
  about after all also an and any are as at be because been before both but by can could did do does each first for from
  get got had has have he her his how i if in into is it its just made make many may me more most my new no not now of on
  once only or other our out over own same she should so some such than that the their them then there these they this
  those to too under up us use used using very was we were what when where which who why will with would you your
`;

/** Words that hold a text together and say nothing about its topic, in the four languages. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u));
