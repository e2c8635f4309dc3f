import ts from 'typescript';
import type { SourceFile } from './architecture';

export const MAX_FILE_LINES = 200;
export const MAX_FUNCTION_LINES = 40;
export const MAX_COMPONENT_LINES = 120;
export const MAX_PROPS = 7;

/** A budget is bent by this comment with a reason after the dash, on the line before: "budget: 55 lines — why". */
const BENT = /budget: (\d+) lines — \S+/;

/** Files, functions, components and property lists that are larger than DESIGN §4 allows. */
export function sizeViolations({ path, text }: SourceFile, source: ts.SourceFile): string[] {
  const found: string[] = [];
  const lines = text.split('\n').length - 1;
  const fileBudget = Number(BENT.exec(text.split('\n')[0] ?? '')?.[1] ?? MAX_FILE_LINES);
  if (lines > fileBudget) found.push(`${path} has ${lines} lines; the budget is ${fileBudget}`);
  if (path.startsWith('tests/')) return found;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const height = lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;
      const name = nameOf(node);
      const component = path.endsWith('.tsx') && /^[A-Z]/.test(name);
      const standard = component ? MAX_COMPONENT_LINES : MAX_FUNCTION_LINES;
      const budget = Number(BENT.exec(text.slice(node.pos, node.getStart(source)))?.[1] ?? standard);
      if (height > budget) found.push(`${path}: ${name} has ${height} lines; the budget is ${budget}`);
    }
    if (
      ts.isInterfaceDeclaration(node) &&
      node.name.text.endsWith('Props') &&
      node.members.length > MAX_PROPS
    ) {
      found.push(`${path}: ${node.name.text} has ${node.members.length} props; the budget is ${MAX_PROPS}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line;
}

function nameOf(node: ts.Node): string {
  if ('name' in node && node.name && ts.isIdentifier(node.name as ts.Node))
    return (node.name as ts.Identifier).text;
  const { parent } = node;
  return parent && ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)
    ? parent.name.text
    : 'a function';
}

/** `any`, non-null assertions and silenced compilers in the folders that promise to have none. */
export function looseness(path: string, source: ts.SourceFile): string[] {
  if (!/^(utils|server)\//.test(path)) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${path} uses any`);
    if (ts.isNonNullExpression(node)) found.push(`${path} uses a non-null assertion`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/@ts-(ignore|nocheck)/.test(source.text)) found.push(`${path} silences the compiler`);
  return found;
}
