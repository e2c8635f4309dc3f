import type { Language } from '@/utils/language/languages';

/** What people write in the tour of the pages, in the language of the pages, so that pictures of them read well. */
export const PRACTICES = {
  nl: {
    title: 'Mails van een project bij het dossier bewaren',
    did: 'Ik heb per project een map gemaakt en sleep een mail erin zodra hij een beslissing bevat. De rest laat ik in mijn postvak.',
    why: 'Zo hoeft niemand in het postvak van een collega te zoeken.',
    tip: 'Spreek in het team af wie het doet; dan gebeurt het één keer.',
    topics: ['e-mail', 'dossiers'],
    later: 'Sjablonen voor besluiten op één plaats',
    laterDid: 'Ik heb de sjablonen uit alle mappen verzameld en er één map van gemaakt.',
  },
  fr: {
    title: 'Ranger les e-mails d’un projet dans son dossier',
    did: 'J’ai créé un dossier par projet et j’y glisse un e-mail dès qu’il contient une décision. Le reste demeure dans ma boîte aux lettres.',
    why: 'Ainsi, personne ne doit chercher dans la boîte d’un collègue.',
    tip: 'Convenez en équipe de qui s’en charge : ce sera fait une seule fois.',
    topics: ['e-mail', 'dossiers'],
    later: 'Les modèles de décision au même endroit',
    laterDid: 'J’ai rassemblé les modèles de tous les dossiers dans un seul.',
  },
  de: {
    title: 'E-Mails eines Projekts bei der Akte aufbewahren',
    did: 'Ich habe für jedes Projekt einen Ordner angelegt und ziehe eine E-Mail hinein, sobald sie eine Entscheidung enthält. Der Rest bleibt im Postfach.',
    why: 'So muss niemand im Postfach anderer suchen.',
    tip: 'Sprechen Sie im Team ab, wer es macht; dann geschieht es einmal.',
    topics: ['E-Mail', 'Akten'],
    later: 'Vorlagen für Beschlüsse an einem Ort',
    laterDid: 'Ich habe die Vorlagen aus allen Ordnern gesammelt und einen Ordner daraus gemacht.',
  },
  en: {
    title: 'Keep a project’s e-mail with its file',
    did: 'I made a folder for each project and drag a message into it as soon as it holds a decision. The rest stays in my mailbox.',
    why: 'Nobody has to search a colleague’s mailbox any more.',
    tip: 'Agree in the team on who does it; then it is done once.',
    topics: ['e-mail', 'files'],
    later: 'Templates for decisions in one place',
    laterDid: 'I collected the templates from all folders and made one folder of them.',
  },
} as const satisfies Record<Language, unknown>;
