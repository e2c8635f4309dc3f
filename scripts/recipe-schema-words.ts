import { FILTERS } from '@/utils/activity/source-filters';

/** What people read in their editor at each part of a recipe. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  recipe: 'How to recognise one system, and what people finish in it. The manual is docs/recipes.md.',
  text: 'Literal text with * (anything up to a /), ** (anything), {name} (remembered) and {a|b} (one of these). A ! in front: anything else.',
  pattern: 'A pattern; true: is there; null: is not there; a list: one of its patterns.',
  patterns: 'Patterns by name. Every one must hold.',
  path: 'A path without query. It may begin at any segment: /doku.php also fits /wiki/doku.php.',
  selector: 'A CSS selector. Match classes and attributes: words are translated.',
  status: '"2xx", "3xx", a number, or a list of these.',
  method: 'The method that was meant: an override header or a _method field counts.',
  when: 'One request and its answer. Every part that is there must hold.',
  negative: 'What never counts, whatever the signals say.',
  marker: 'Something by which the system is known: exactly one kind.',
  site: 'How to know the system. If the markers of two recipes fit, neither is chosen.',
  confirm: 'What the page must show, for systems that answer the same to success and failure.',
  burst: 'What belongs together: one act is often several requests.',
  titleSource:
    '$title, $before.title, dom:SELECTOR, dom:SELECTOR@attribute, before:SELECTOR (the page that sent the request), or text with {name}, {body.x}, {query.x}, {params.x}.',
  linkSource:
    '$location, dom:SELECTOR@attribute, before:SELECTOR@attribute, or an address that begins with / or with {name}.',
  queryName: 'A query name that a link keeps. None that looks like a password, token or session.',
  signal: 'One thing that people do. The first signal that matches counts.',
};

const WHEN: Readonly<Record<string, string>> = {
  method: 'POST, PUT, …, or a list.',
  path: 'The path, decoded, without query.',
  query: "The query's values, by name.",
  type: 'main_frame: the page itself, and forms. xmlhttprequest: also fetch. ping: also beacons.',
  header: "The request's headers, by name.",
  body: 'Fields of a form, or members of a JSON body such as items.0.id; *_cmd: any field that ends so; $text: a text body whole.',
  res: "The answer's headers, by name.",
  redirect: 'The whole address that a redirect leads to.',
  initiator: 'The page that sent the request: its origin in Chromium, its address in Firefox.',
  status: 'The status of the answer. Every signal must say which one proves it.',
};

export const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  recipe: {
    $schema: 'Where your editor finds this schema.',
    v: 'The version of the language: 1.',
    id: "2 to 40 small letters, digits and hyphens. A shipped recipe's id replaces that one.",
    name: 'What people call the system.',
    ci: 'Whether paths, queries, headers, redirects and initiators are compared without regard to capitals.',
    site: 'How to know the system.',
    ignore: 'What never counts: cancel, preview, saving while typing.',
    params: 'Constants of one installation, for {params.name}.',
    linkQuery: 'The query names that a link keeps; without it none.',
    signals: 'What people do in it.',
    evidence: 'Where you read this, and in which version.',
    tested: 'What it was run against, with its version. Empty where it never was.',
    confidence: 'low: nothing is asked unless a person says "try it anyway".',
  },
  signal: {
    do: 'What somebody did.',
    when: 'The request that proves it.',
    confirm: 'What the page must show before it counts.',
    title: 'Sources of its name, tried in order. Without it: $title.',
    link: 'Sources of its address, tried in order. Without it: $location. An empty list: no link.',
    burst: 'What belongs together.',
  },
  when: WHEN,
  negative: WHEN,
  confirm: {
    dom: 'This must be there.',
    not: 'This must not be there.',
    within: 'How long to wait for it, in milliseconds.',
  },
  burst: {
    quiet: 'Milliseconds without another match that end it. Without it: 4000.',
    min: 'So many matches before it counts.',
    until: 'idle: asks when it is quiet. leave: asks when the page is left.',
  },
  site: { any: 'One of these must fit.', all: 'Each of these must fit.' },
};

/** A regular expression of JSON Schema knows no flags. */
const anyCase = (words: string): string =>
  words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const SECRET = anyCase('(pass|pwd|token|secret|nonce|tok|key|[cx]srf|session|cookie|credential)').replace(
  '[[cC][xX]]',
  '[cCxX]',
);
const WILDCARD = '(?:\\*\\*|\\*(?!\\*)|\\{[^}|]*\\})';
const MOST_TEXT = 300;
const TEXT = {
  maxLength: MOST_TEXT,
  not: {
    anyOf: [
      { pattern: `\\{(?!params\\.)[^}|]*${SECRET}[^}|]*\\}` },
      { pattern: `^[^*{]*(?:${WILDCARD}[^*{]*){9}` },
      { pattern: '\\{\\*{0,2}\\}' },
    ],
  },
};
const PLACEHOLDER = `\\{[^{}|]+(?:\\|(?:${Object.keys(FILTERS).join('|')}))*\\}`;
const TEMPLATE = `(?:[^{}]|${PLACEHOLDER})+`;
const LOOKUP = `(?:dom|before):(?=[^]*\\S)${TEMPLATE}|json:/(?!/)[^#]+#[^#]+`;
const NO_SECRET = {
  not: {
    pattern: `\\{(?:(?:body|query|params)\\.)?[^{}|]*${SECRET}[^{}]*\\}|^(?:dom|before):.*${SECRET}|^json:[^#]*#.*${SECRET}`,
  },
};

/** What our own rules refuse, as far as JSON Schema can say it. */
export const RULES: Readonly<Record<string, object>> = {
  text: TEXT,
  path: { ...TEXT, pattern: '^/[^?#]*$' },
  patterns: { maxProperties: 20 },
  selector: { maxLength: MOST_TEXT, pattern: '\\S' },
  negative: { minProperties: 1 },
  site: {
    anyOf: ['any', 'all'].map((name) => ({
      required: [name],
      properties: { [name]: { type: 'array', minItems: 1 } },
    })),
  },
  confirm: { anyOf: [{ required: ['dom'] }, { required: ['not'] }] },
  titleSource: {
    ...NO_SECRET,
    pattern: `^(?:\\$title|\\$before\\.title|${LOOKUP}|(?!\\$|dom:|before:|json:)${TEMPLATE})$`,
  },
  linkSource: { ...NO_SECRET, pattern: `^(?:\\$location|${LOOKUP}|(?=/(?!/)|\\{)${TEMPLATE})$` },
  queryName: { not: { pattern: SECRET } },
};
