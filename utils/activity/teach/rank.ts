import type { Verb } from '../activity';
import { namesOf } from './align';
import type { Sketch } from './signal';

/** What systems call these things in addresses and on buttons, in the languages that we have seen. */
const WORDS: Readonly<Record<Verb, RegExp>> = {
  delete: /^(delet|remov|destroy|trash|verwijder|supprim|loesch)/,
  publish: /^(publi|veroeffentlich)/,
  approve: /^(approv|accept|goedkeur|validat|valider|akkoord|genehmig)/,
  close: /^(clos|afsluit|sluit|archiv|ferm|clotur|schliess)/,
  task: /^(task|taak|complet|tache|aufgabe|finish)/,
  checkin: /^(checkin|check)/,
  move: /^(mov|verplaats|renam|copy|kopie|deplac|verschieb)/,
  share: /^(shar|deel|partag|teil|permission|member)/,
  upload: /^(upload|attach|file|bestand|fichier|datei|opladen)/,
  tag: /^(tag|label|categor|keyword|metadata)/,
  edit: /^(edit|sav|updat|bewerk|bewaar|opslaan|modif|enregistr|bearbeit|speicher)/,
};

/** What programs send by themselves. */
const BY_ITSELF =
  /^(heartbeat|alive|keepalive|poll|polling|ping|presence|track|tracking|analytics|metrics|telemetry|beacon|log|logs|autosave|draft|lock|search|suggest|notifications?|preview|session)$/;

/** How likely it is that this is what was shown: higher is likelier. */
export function likelihoodOf({ triple: { traces }, path, when }: Sketch, verb: Verb): number {
  const [, , last] = traces;
  const leadsOn = last.redirect !== null;
  const reads = last.method === 'GET' || last.method === 'HEAD';
  const kind = last.type === 'ping' ? 0 : last.type === 'xmlhttprequest' ? 3 : leadsOn ? 4 : 2;
  const inPath = path.flatMap((part) => (part.kind === 'text' ? wordsIn(part.text) : []));
  const words = [...inPath, ...namesOf(last).flatMap(wordsIn), ...Object.values(when.body ?? {}).map(String)];
  return (
    (reads ? 1 : kind) +
    (words.some((word) => WORDS[verb].test(word)) ? 0.8 : 0) -
    (inPath.some((word) => BY_ITSELF.test(word)) ? 1.2 : 0) -
    (path.some((part) => part.kind === 'deep') ? 1 : 0) -
    (traces.every(({ times }) => times === 1) ? 0 : 0.6) +
    (namesOf(last).length > 0 ? 0.3 : 0)
  );
}

function wordsIn(text: string): string[] {
  return text
    .split(/[^a-z]+|(?<=[a-z])(?=[A-Z])/i)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
