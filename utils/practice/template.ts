/** Beginnings of sentences for what a person may tell; a field that is empty has none. */
export interface Template {
  readonly name: string;
  readonly did: string;
  readonly why: string;
  readonly tip: string;
}

/** A template, and what it is for; a field that is absent is for everything. */
export interface MadeTemplate {
  readonly name: string;
  readonly language?: string | undefined;
  readonly verbs?: readonly string[] | undefined;
  /** Ids of recipes. */
  readonly systems?: readonly string[] | undefined;
  readonly did: string;
  readonly why?: string | undefined;
  readonly tip?: string | undefined;
}

/** What was done, and the language that it is told in; null where nothing was recognised. */
export interface Occasion {
  readonly verb: string | null;
  readonly system: string | null;
  readonly language: string;
}

const MOST = 4;

/** The templates that fit, best first: those of the organisation, then what names the system, then what names the verb. */
export function templatesFor(
  occasion: Occasion,
  shipped: readonly MadeTemplate[],
  ofOrganisation: readonly MadeTemplate[] = [],
): readonly Template[] {
  const fits = ({ language, verbs, systems }: MadeTemplate): boolean =>
    (language === undefined || language === occasion.language) &&
    names(verbs, occasion.verb) !== false &&
    names(systems, occasion.system) !== false;
  const weigh = ({ verbs, systems }: MadeTemplate): number =>
    (names(systems, occasion.system) === true ? 2 : 0) + (names(verbs, occasion.verb) === true ? 1 : 0);
  return [ofOrganisation, shipped]
    .flatMap((templates) => templates.filter(fits).sort((one, other) => weigh(other) - weigh(one)))
    .slice(0, MOST)
    .map(({ name, did, why = '', tip = '' }) => ({ name, did, why, tip }));
}

/** Null: it is for all of them. */
function names(list: readonly string[] | undefined, one: string | null): boolean | null {
  return list === undefined ? null : one !== null && list.includes(one);
}
