import type { Marker, Recipe } from '../recipe';
import { isRefusedName } from '../refused-names';
import { EXAMPLE_TEXT, exampleOf } from './examples';
import { type Lesson, marksOf } from './lesson';
import type { Candidate } from './proposal';
import type { Sketch } from './signal';
import { redirectPattern, templateOf } from './template';
import type { Trace } from './trace';

const TITLE_NAME =
  /title|titel|titre|name|naam|nom|subject|onderwerp|objet|betreff|file|bestand|document|caption/i;
const MOST_TITLES = 4;
/** Names that say which page it is: without them its link leads nowhere. */
const ID_NAME = /^(.*[._-])?(id|nr|no|uuid|guid|page|doc|document|item|node|record|case|dossier)$/i;

/** The recipe that a sketch has become, with its test. Recipes that the site had already keep their signals. */
export function candidateOf(
  sketch: Sketch,
  lesson: Lesson,
  others: readonly Trace[],
  before: Recipe | null,
): Candidate {
  const titles = titlesOf(sketch);
  const recipe = mergeRecipes(before, recipeOf(sketch, lesson, titles[0] ?? '$title'));
  return {
    seen: seenOf(sketch),
    constants: [...sketch.constants],
    titles,
    recipe,
    fixtures: fixturesOf(sketch, lesson, others),
  };
}

function seenOf({ when, triple: { traces } }: Sketch): Candidate['seen'] {
  const inAll = (namesOf: (trace: Trace) => readonly string[]): string[] =>
    namesOf(traces[0]).filter((name) => traces.every((trace) => namesOf(trace).includes(name)));
  const [, , last] = traces;
  const targets = traces.flatMap(({ redirect }) => redirect ?? []);
  const target = templateOf(targets.map(({ path }) => path));
  return {
    method: last.method,
    type: last.type,
    path: when.path ?? '/',
    status: [...new Set(traces.map(({ status }) => status))],
    query: inAll((trace) => trace.query.map(({ name }) => name)),
    fields: inAll((trace) => trace.body.fields.map(({ name }) => name)),
    headers: inAll((trace) => trace.headers),
    redirect:
      targets.length === 0
        ? null
        : redirectPattern(
            target,
            targets.map(({ more }) => more),
          ),
  };
}

/** Fields whose value was another each time, and are called like a title, go first. */
function titlesOf({ triple: { traces } }: Sketch): string[] {
  const [first, ...rest] = traces;
  const changing = first.body.fields.filter(({ name, word }) => {
    const others = rest.map((trace) => trace.body.fields.find((field) => field.name === name));
    const marks = new Set([word.mark, ...others.map((field) => field?.word.mark)]);
    return !isRefusedName(name) && !others.includes(undefined) && marks.size > 1;
  });
  const named = changing.filter(({ name }) => TITLE_NAME.test(name));
  const more = changing.filter(({ name }) => !TITLE_NAME.test(name));
  const sources = (fields: typeof changing): string[] => fields.map(({ name }) => `{body.${name}}`);
  return [
    ...sources(named),
    'dom:h1',
    '$title',
    ...sources(more).slice(0, Math.max(MOST_TITLES - named.length, 0)),
  ];
}

function recipeOf({ when, ignore, triple }: Sketch, lesson: Lesson, title: string): Recipe {
  const { verb, system } = lesson;
  const linkQuery = [...new Set(triple.traces.flatMap(({ redirect }) => redirect?.query ?? []))].filter(
    (name) => ID_NAME.test(name) && !isRefusedName(name),
  );
  return {
    v: 1,
    id: idOf(system),
    name: system,
    evidence: 'Shown: done three times and cancelled once',
    tested: [],
    site: { all: markersOf(lesson) },
    ...(ignore.length === 0 ? {} : { ignore: [...ignore] }),
    ...(linkQuery.length === 0 ? {} : { linkQuery }),
    signals: [
      {
        do: verb,
        when,
        title: title === '$title' ? ['$title'] : [title, '$title'],
        link: verb === 'delete' ? [] : ['$location'],
      },
    ],
  };
}

/** Never the id of a shipped recipe, whatever the person calls their system. */
function idOf(system: string): string {
  const plain = system
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `taught-${plain || 'system'}`.slice(0, 40).replace(/-$/, '');
}

function markersOf(lesson: Lesson): Marker[] {
  const { generator, ending } = marksOf(lesson);
  return [
    { host: new URL(lesson.origin).host },
    ...(generator === null ? [] : [{ dom: `meta[name=generator][content^='${generator}']` }]),
    ...(generator !== null || ending === null ? [] : [{ title: `*${ending}` }]),
  ];
}

/** What was taught before stays; the same signal taught again is replaced. */
function mergeRecipes(before: Recipe | null, taught: Recipe): Recipe {
  if (before === null) return taught;
  const isAgain = ({ do: verb, when }: Recipe['signals'][number]): boolean =>
    taught.signals.some((signal) => signal.do === verb && signal.when.path === when.path);
  const ignore = [...(before.ignore ?? []), ...(taught.ignore ?? [])];
  const linkQuery = [...new Set([...(before.linkQuery ?? []), ...(taught.linkQuery ?? [])])];
  return {
    ...before,
    ...(ignore.length === 0 ? {} : { ignore }),
    ...(linkQuery.length === 0 ? {} : { linkQuery }),
    signals: [...taught.signals, ...before.signals.filter((signal) => !isAgain(signal))],
  };
}

function fixturesOf(sketch: Sketch, lesson: Lesson, others: readonly Trace[]): Candidate['fixtures'] {
  const { origin, verb } = lesson;
  const { traces } = sketch.triple;
  const page = { title: EXAMPLE_TEXT, dom: { h1: EXAMPLE_TEXT }, json: {}, location: `${origin}/` };
  const example = (trace: Trace) => exampleOf(trace, origin, sketch.texts);
  const last = example(traces[2]);
  return {
    site: { url: `${origin}/`, html: htmlOf(lesson), headers: {}, cookies: [] },
    params: {},
    positives: traces.map((trace, index) => ({
      what: `shown, time ${index + 1}`,
      verb,
      title: EXAMPLE_TEXT,
      exchange: example(trace),
      page,
    })),
    negatives: [
      ...others.map((trace) => ({ what: 'seen, and not this', not: verb, exchange: example(trace) })),
      {
        what: 'the session had expired',
        not: verb,
        exchange: { ...last, status: 302, redirect: `${origin}/login` },
      },
      { what: 'the system refused', not: verb, exchange: { ...last, status: 403, redirect: null } },
    ],
    reading: [{ method: 'GET', url: last.url, type: 'main_frame' }],
  };
}

function htmlOf(lesson: Lesson): string {
  const { generator, ending } = marksOf(lesson);
  const meta = generator === null ? '' : `<meta name="generator" content="${generator}">`;
  return `<!doctype html><head>${meta}<title>${EXAMPLE_TEXT} - ${ending ?? ''}</title></head>`;
}
