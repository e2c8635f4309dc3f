import ts from 'typescript';
import { looseness, sizeViolations } from './size-budget';

/** A source file: its path from the root, with '/', and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a zone may import as values; `types` also opens type-only imports of every domain. */
interface Zone {
  readonly at: RegExp;
  readonly values: readonly RegExp[];
  readonly types?: boolean;
}

const KERNEL = /^utils\/kernel\//;
const SCHEMAS = [
  /^utils\/activity\/activity$/,
  /^utils\/activity\/own-recipe$/,
  /^utils\/practice\/(practice|channels)$/,
  /^utils\/settings\/(settings|asking)$/,
];
const COMMUNITY_INTERFACE = [/^utils\/community\/(connector|community|failure)$/];
/** What is noted of a request that leaves, by whoever sends it. */
const LEDGER_ROW = /^utils\/privacy\/ledger-row$/;
/** What a person let stand in a text: kept with it. */
const OVERRIDE = /^utils\/privacy\/override$/;
const LANGUAGE = /^utils\/language(\/|$)/;
/** What words are found by: without any catalogue. */
const STEMS = /^utils\/language\/stems\//;

/** DESIGN §4, "Who may import whom". Within its own folder a file may import anything. */
const ZONES: readonly Zone[] = [
  { at: KERNEL, values: [] },
  { at: /^utils\/(activity|practice|privacy)\//, values: [KERNEL] },
  {
    at: /^utils\/settings\//,
    values: [KERNEL, /^utils\/(activity\/activity|practice\/channels|language\/languages)$/],
  },
  {
    at: /^utils\/prompting\//,
    values: [KERNEL, /^utils\/activity\//, /^utils\/settings\/(settings|asking)$/],
  },
  { at: /^utils\/community\//, values: [KERNEL, /^utils\/practice\//, LEDGER_ROW] },
  {
    at: /^utils\/outbox\//,
    values: [KERNEL, /^utils\/practice\//, LEDGER_ROW, OVERRIDE, ...COMMUNITY_INTERFACE],
  },
  {
    at: /^utils\/library\//,
    values: [KERNEL, /^utils\/practice\//, STEMS, LEDGER_ROW, OVERRIDE, ...COMMUNITY_INTERFACE],
  },
  {
    at: /^utils\/storage\//,
    values: [KERNEL, /^utils\/\w+\/tables$/, ...SCHEMAS, ...ROW_SCHEMAS()],
    types: true,
  },
  { at: /^utils\/messaging\//, values: [KERNEL, ...SCHEMAS, ...ROW_SCHEMAS()], types: true },
  { at: STEMS, values: [] },
  { at: LANGUAGE, values: [KERNEL], types: true },
  { at: /^utils\/platform\//, values: [KERNEL] },
  {
    at: /^components\//,
    values: [KERNEL, /^utils\/messaging\/ask$/, LANGUAGE],
    types: true,
  },
  { at: /^entrypoints\/in-page\//, values: [], types: true },
  { at: /^entrypoints\/background\//, values: [/^utils\//] },
  {
    at: /^entrypoints\/(sidebar|popup|options|welcome|pulse)\//,
    values: [KERNEL, /^components\//, /^utils\/messaging\/ask$/, /^utils\/platform\/gesture$/, LANGUAGE],
    types: true,
  },
  { at: /^server\//, values: [KERNEL, /^utils\/practice\//, LANGUAGE], types: true },
  { at: /^demo\//, values: [KERNEL, LANGUAGE, /^scripts\//], types: true },
  { at: /^scripts\//, values: [/^utils\//, /^tests\/support\//] },
  { at: /^wxt\.config\.ts$/, values: [/^scripts\/chaos\/build\/plugin$/] },
  { at: /^vitest\.e2e\.config\.ts$/, values: [/^scripts\/browsers\/midday(\.ts)?$/] },
];

/** Row and message schemas: what storage and messaging may see of a domain. */
function ROW_SCHEMAS(): readonly RegExp[] {
  return [
    /^utils\/outbox\/entry$/,
    /^utils\/prompting\/(prompt|history)$/,
    /^utils\/community\/community$/,
    /^utils\/library\/shelf$/,
    /^utils\/privacy\/(ledger-row|override)$/,
  ];
}

/** Packages that a zone may not load: what is injected stays small, and only the server speaks to its database. */
const PACKAGES: readonly { at: RegExp; only: RegExp }[] = [
  { at: /^entrypoints\/in-page\//, only: /^(@wxt-dev\/browser|wxt\/utils\/define-unlisted-script)$/ },
  { at: KERNEL, only: /^$/ },
  { at: /^utils\/(activity|practice|privacy|prompting)\//, only: /^zod\/mini$/ },
  { at: /^components\//, only: /^(preact|preact\/hooks|wxt\/browser|\.\/.*\.css)$/ },
];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Every rule that a tree of files breaks, one sentence each; empty where all hold. */
export function violations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
    return [
      ...importViolations(file.path, source),
      ...sizeViolations(file, source),
      ...looseness(file.path, source),
    ];
  });
}

function importsOf(path: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: target(path, node.moduleSpecifier.text), typeOnly: isTypeOnly(node) });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push({ from: target(path, node.moduleSpecifier.text), typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) {
        found.push({ from: target(path, argument.text), typeOnly: false });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

/** The imported file from the root without its ending, or the package's own name. */
function target(path: string, specifier: string): string {
  if (specifier.startsWith('@/')) return withoutEnding(specifier.slice(2));
  if (!specifier.startsWith('.')) return specifier;
  const parts = path.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return withoutEnding(parts.join('/'));
}

function withoutEnding(path: string): string {
  return path.replace(/\.(tsx?|mjs)$/, '');
}

const TOP = /^(utils|components|entrypoints|server|demo|scripts|tests)\//;

function folderOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'utils' || top === 'entrypoints' ? `${top}/${second}/` : `${top}/`;
}

function importViolations(path: string, source: ts.SourceFile): string[] {
  if (path.startsWith('tests/')) return [];
  const zone = ZONES.find((candidate) => candidate.at.test(path));
  const packages = PACKAGES.find((candidate) => candidate.at.test(path));
  return importsOf(path, source).flatMap(({ from, typeOnly }) => {
    if (!TOP.test(from)) {
      const forbidden =
        packages !== undefined && !typeOnly && !packages.only.test(from) && !from.endsWith('.css');
      return forbidden ? [`${path} may not import the package ${from}`] : [];
    }
    if (from.startsWith(folderOf(path))) return [];
    if (/^(entrypoints|server|demo)\//.test(from))
      return [`${path} imports ${from}: nothing imports from there`];
    if (zone === undefined) return [`${path} stands in a folder that has no import rule`];
    if (zone.values.some((allowed) => allowed.test(from))) return [];
    if (typeOnly && zone.types) return [];
    return [`${path} may not import ${from}`];
  });
}
