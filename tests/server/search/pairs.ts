/** A word as it stands in a text, and the word that somebody searches. */
export interface Pair {
  readonly inText: string;
  readonly searched: string;
}

/** Pairs of one language; all were written before the index was. */
export interface WordPairs {
  /** The kinds that the comparison of methods used: plurals, inflections, accents, ß, elisions, compounds. */
  readonly compared: readonly Pair[];
  /** From the vocabulary of archives, records management and government work. */
  readonly ofTheTrade: readonly Pair[];
  /** Spelled alike, of another meaning: these should not find each other. */
  readonly apart: readonly Pair[];
}

function pairs(table: string): Pair[] {
  return table
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [inText = '', searched = ''] = pair.split('~');
      return { inText, searched };
    });
}

const nl: WordPairs = {
  compared: pairs(`
    zaken~zaak brieven~brief gearchiveerd~archiveren één~een archiefbeheer~beheer archiefbeheer~archief
    documenten~document dossiers~dossier besluiten~besluit vergaderingen~vergadering foto’s~foto
    archieven~archief coördinatie~coordinatie bewaartermijnen~bewaartermijn publiceerde~publiceren
  `),
  ofTheTrade: pairs(`
    vernietigd~vernietigen vernietigingslijsten~vernietigingslijst selectielijsten~selectielijst
    selectielijst~lijst metadatering~metadata zaaktypen~zaaktype zaaksysteem~systeem
    zaaksystemen~zaaksysteem gemeenten~gemeente gemeentelijke~gemeente provincies~provincie
    ministeries~ministerie overgebracht~overbrengen overbrenging~overbrengen inventarissen~inventaris
    geïnventariseerd~inventariseren geüpload~geupload toegankelijkheid~toegankelijk openbare~openbaar
    openbaarmaking~openbaar depots~depot e-depot~depot scans~scan gescand~scannen digitalisering~digitaliseren
    digitale~digitaal raadsbesluiten~besluit raadsbesluiten~raadsbesluit informatiehuishouding~informatie
    beheerders~beheerder ambtenaren~ambtenaar verzoeken~verzoek Woo-verzoek~Woo beleidsregels~beleidsregel
    mappen~map ondertekende~ondertekenen geregistreerde~registreren notulen~notulen financiële~financiele
    gegevensbescherming~bescherming
  `),
  apart: pairs(`
    draad~raad bestaat~staat zaag~zaak kast~kas beheer~beer map~kap lijst~list akte~akker depot~despoot
    scan~scheen brief~brij dossier~dossen besluit~sluis gemeente~gemeen regel~reden bewaren~waren
    termijn~terminal overheid~overhead notitie~notie ambt~ambacht minister~ministrant beleid~belediging
    inventaris~inventief archief~architect stuk~stuiver register~regisseur wetten~weten boeken~boeten
    zegel~zeggen leiding~leidraad planning~planeet controle~contrast publiek~publicist toezicht~uitzicht
    kopie~koper formeel~formaat organisatie~organist verslag~slager beroep~roep gezag~zagen
  `),
};

const fr: WordPairs = {
  compared: pairs(`
    journaux~journal réunion~reunion archivées~archiver l’archive~archive documents~document
    dossiers~dossier d’archivage~archivage décisions~decision publié~publier l'école~ecole
    conservation~conserver
  `),
  ofTheTrade: pairs(`
    archives~archive archivistes~archiviste archivistique~archives versements~versement versés~verser
    éliminations~élimination éliminés~éliminer bordereaux~bordereau tableaux~tableau fonds~fonds
    classement~classer classés~classer numérisation~numériser numérisés~numeriser numériques~numérique
    métadonnées~metadonnees métadonnées~données communicables~communicable communicabilité~communicable
    communes~commune municipaux~municipal départementales~départemental régionaux~régional
    ministères~ministere arrêtés~arrêté délibérations~délibération signée~signer signatures~signature
    procès-verbaux~procès-verbal courriers~courrier courriels~courriel d’accès~acces l’agent~agents
    qu’aujourd’hui~aujourd’hui jusqu’à~a lorsqu’il~il inventaires~inventaire conservés~conserver
    durées~durée enregistrement~enregistrer
  `),
  apart: pairs(`
    archive~archet document~dock journal~jour dossier~dos fonds~fond commune~commerce versement~versatile
    registre~régiment bureau~bure courrier~courir réunion~union décision~déci classe~clause signe~singe
    loi~loir acte~acteur mairie~mari service~serviette conseil~console agent~argent accès~accent
    tableau~table copie~copain durée~dureté poste~poster plan~plante note~notaire cadre~cadeau
    règle~règne ordre~ordure partage~parterre tâche~tache pêcheur~pécheur membre~membrane page~pagaie
    liste~listel cote~côté projet~projecteur publication~pub salle~saler carte~carton
  `),
};

const de: WordPairs = {
  compared: pairs(`
    Straße~Strasse Aufbewahrungsfrist~Frist geprüft~prüfen Akten~Akte Dokumente~Dokument
    Beschlüsse~Beschluss Archive~Archiv Vorgänge~Vorgang Schriftgutverwaltung~Verwaltung Bücher~Buch
    Prüfung~prüfen
  `),
  ofTheTrade: pairs(`
    Aktenplan~Akte Aktenpläne~Aktenplan Aktenzeichen~Zeichen Aufbewahrungsfristen~Aufbewahrungsfrist
    Fristen~Frist archiviert~archivieren Archivierung~archivieren archivierte~archivieren
    Archivgesetz~Archiv Landesarchive~Landesarchiv Landesarchiv~Archiv Behörden~Behörde Behörde~Behorde
    Gemeinden~Gemeinde Gemeinderäte~Gemeinderat Ministerien~Ministerium Ämter~Amt Standesamt~Amt
    vernichtet~vernichten Vernichtung~vernichten Aussonderungen~Aussonderung ausgesondert~aussondern
    Bewertungen~Bewertung bewertet~bewerten Übernahme~Ubernahme übernommen~übernehmen Digitalisierung~digitalisieren
    digitale~digital elektronischen~elektronisch Registraturen~Registratur Sitzungen~Sitzung
    Protokolle~Protokoll unterschrieben~unterschreiben Unterschriften~Unterschrift Maßnahmen~Massnahme
    Schließung~Schliessung Zugänge~Zugang Metadaten~Daten Bescheide~Bescheid Verordnungen~Verordnung
  `),
  apart: pairs(`
    Akte~Aktion Archiv~Arche Frist~Frisur Beschluss~Schluss Vorgang~Gang Vorhang~Vorgang Amt~Ampel
    Gemeinde~gemein Behörde~Herde Buch~Bucht Stelle~Stall Mappe~Mopp Ordner~Orden Schrift~Schritt
    Bericht~Gericht Gesetz~Geselle Register~Regie Minister~Minze Leitung~Leiter Zeichen~Zeche
    Bestand~Strand Kopie~Kopf Daten~Dattel Verwaltung~Gewalt Brief~Brise Siegel~Spiegel Urkunde~Kunde
    Ablage~Klage Antrag~Vertrag Regel~Riegel Liste~List Bild~Wild Karte~Kater Raum~Traum Rat~Ratte
    schon~schön drucken~drücken fordern~fördern Haushalt~Halt Plan~Planet
  `),
};

const en: WordPairs = {
  compared: [],
  ofTheTrade: pairs(`
    archives~archive archived~archive archiving~archive archivists~archivist archival~archive
    records~record recorded~record recording~records retention~retain retained~retain schedules~schedule
    scheduled~schedule disposals~disposal disposed~dispose destroyed~destroy destruction~destroy
    transfers~transfer transferred~transfer inventories~inventory appraisals~appraisal appraised~appraise
    policies~policy municipalities~municipality ministries~ministry agencies~agency councils~council
    minutes~minute meetings~meeting decisions~decision decided~decide publishing~publish published~publisher
    digitised~digitise digitisation~digitise scanned~scan scanning~scanner metadata~data workflows~workflow
    workflows~flow café~cafe classification~classify
  `),
  apart: pairs(`
    archive~archer record~recommend policy~police minister~minstrel council~counsel file~filet
    folder~fold letter~let agency~agenda meeting~meat scan~scandal index~indent register~regiment
    retention~retina disposal~disposition schedule~scheme transfer~transfix decision~decimal minute~minutia
    access~accent story~store form~formula general~generate universal~university organ~organisation
    wander~wand import~important past~paste public~publican department~depart secret~secretary
    communal~communism parliament~parley signal~sign contract~contrast message~massage strategy~stratum
    inventory~inventor history~histology authority~author practice~price
  `),
};

export const WORD_PAIRS = { nl, fr, de, en } as const;
