import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Scores, score, share } from './score';
import type { Step } from './step';
import { table } from './table';
import { type Proof, walk } from './walk';

const REPORTS = '.cache/test';
const LEAST_RECALL = 0.95;
const LEAST_PRECISION = 0.99;
const LEAST_RIGHT = 0.95;

/** Walks through the steps, prints the table, keeps it as .cache/test/real-<app>.md and holds it to the measure. */
export async function prove<Screen>(
  app: string,
  proof: Proof<Screen>,
  steps: readonly Step<Screen>[],
): Promise<Scores> {
  const walked = await walk(proof, steps);
  const scores = score(walked);
  const checked = walked.filter((step) => step.checked).length;
  const text = `${table(app, scores)}\nChecked in the application itself: ${checked} of ${walked.length} steps.\n`;
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(join(REPORTS, `real-${app.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.md`), text);
  process.stdout.write(`\n${text}\n`);
  expect(scores.broken).toEqual([]);
  expectMeasure(scores);
  return scores;
}

function expectMeasure({ total, flaws }: Scores): void {
  const { activities, recognised, titleRight, linkRight } = total;
  const named = flaws.join('\n');
  expect(share(recognised, activities), named).toBeGreaterThanOrEqual(LEAST_RECALL);
  expect(share(recognised, recognised + total.false), named).toBeGreaterThanOrEqual(LEAST_PRECISION);
  expect(share(titleRight, recognised), named).toBeGreaterThanOrEqual(LEAST_RIGHT);
  expect(share(linkRight, recognised), named).toBeGreaterThanOrEqual(LEAST_RIGHT);
}
