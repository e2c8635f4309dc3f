import type { Planned } from './plan/plan';
import type { Outcome } from './play';

/** A run that was played. */
export interface Played extends Planned {
  readonly outcome: Outcome;
}

const COLUMNS = ['runs', 'lost', 'doubled', 'false “delivered”', 'stuck'] as const;

interface Counts {
  runs: number;
  lost: number;
  doubled: number;
  falselyDelivered: number;
  stuck: number;
}

/** The table of all that was judged, then what was only measured, then the one line that counts. */
export function report(played: readonly Played[]): readonly string[] {
  const judged = played.filter(({ scenario }) => !scenario.measured);
  const measured = played.filter(({ scenario }) => scenario.measured);
  return [
    ...table(judged),
    '',
    deaths(played),
    ...[...grouped(measured)].map(([name, runs]) => measuredLine(name, runs)),
    summary(judged),
  ];
}

/** Whether nothing went wrong in it; what was only measured cannot fail. */
export function isGood({ scenario, outcome }: Played): boolean {
  if (scenario.measured) return outcome.lost.length + outcome.falselyDelivered.length === 0;
  const { lost, doubled, falselyDelivered, stuck } = outcome;
  return lost.length + doubled.length + falselyDelivered.length + stuck.length === 0;
}

export function summary(judged: readonly Played[]): string {
  const { runs, lost, doubled, falselyDelivered, stuck } = count(judged);
  return `${runs} runs, ${lost} lost, ${doubled} doubled, ${falselyDelivered} false delivered, ${stuck} stuck`;
}

function deaths(played: readonly Played[]): string {
  const ordered = played.filter(({ scenario }) => scenario.hurt?.kind === 'dies');
  const died = ordered.filter(({ outcome }) => outcome.died);
  return `${ordered.length} deaths at a checkpoint ordered, ${died.length} died there; the others passed fewer checkpoints`;
}

function measuredLine(name: string, runs: readonly Played[]): string {
  const { doubled } = count(runs);
  return `measured, not judged: ${name}: ${doubled} of ${runs.length} doubled`;
}

function table(played: readonly Played[]): readonly string[] {
  const groups = grouped(played);
  const width = Math.max(5, ...[...groups.keys()].map((name) => name.length));
  const cells = (texts: readonly (string | number)[]): string =>
    texts.map((text, index) => String(text).padStart(COLUMNS[index]?.length ?? 0)).join('  ');
  const rows = [...groups].map(([name, runs]) => {
    const { runs: all, lost, doubled, falselyDelivered, stuck } = count(runs);
    return `${name.padEnd(width)}  ${cells([all, lost, doubled, falselyDelivered, stuck])}`;
  });
  return [`${'fault'.padEnd(width)}  ${cells(COLUMNS)}`, ...rows];
}

function grouped(played: readonly Played[]): Map<string, Played[]> {
  const groups = new Map<string, Played[]>();
  for (const run of played) {
    const { phase, fault } = run.scenario;
    const name = `${phase} ${fault}`;
    groups.set(name, [...(groups.get(name) ?? []), run]);
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)));
}

function count(played: readonly Played[]): Counts {
  const counts: Counts = { runs: played.length, lost: 0, doubled: 0, falselyDelivered: 0, stuck: 0 };
  for (const { outcome } of played) {
    counts.lost += outcome.lost.length;
    counts.doubled += outcome.doubled.length;
    counts.falselyDelivered += outcome.falselyDelivered.length;
    counts.stuck += outcome.stuck.length;
  }
  return counts;
}
