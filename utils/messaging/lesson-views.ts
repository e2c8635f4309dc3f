import type { Verb } from '@/utils/activity/activity';
import type { Candidate, Proposal } from '@/utils/activity/teach/proposal';

/** What is being taught: how far a lesson is, and nothing of what it holds; or what came of it. */
export type LessonView = RunningLesson | ProposedLesson;

interface Taught {
  readonly origin: string;
  /** What the person calls the system. */
  readonly system: string;
  readonly verb: Verb;
}

export interface RunningLesson extends Taught {
  readonly phase: 'recording';
  /** 0, 1, 2: the times that it is done; 3: it is cancelled. */
  readonly run: number;
  readonly endsAt: number;
  /** So many requests were heard in this run. */
  readonly heard: number;
}

export interface ProposedLesson extends Taught {
  readonly phase: 'proposed';
  readonly proposal: Proposal;
}

export type LessonCandidate = Candidate;

/** How a recipe fails the test of its lesson: it misses what was shown, calls it something else, or takes what it must not. */
export type LessonFinding = 'missed' | 'wrong-verb' | 'false';
