import * as z from 'zod/mini';
import { fail, succeed } from '@/utils/kernel/result';
import { maybe } from '../../answer';
import type { Place } from '../../community';
import type { Operation, PlainRequest, PlainResponse, Reading } from '../../connector';
import {
  batchAnswers,
  batchRequest,
  graphFailure,
  graphRequest,
  MOST_IN_BATCH,
  readPage,
} from '../../microsoft/graph';
import { unreadable } from '../../status';
import { pathOf } from './paths';

type Places = Extract<Operation, { verb: 'places' }>;

/** Of more teams than go into three batches the channels are not asked. */
const MOST_TEAMS = 3 * MOST_IN_BATCH;
const MOST_NAME = 100;

const TeamSchema = z.lazy(() =>
  z.object({
    id: z.string().check(z.minLength(1)),
    displayName: maybe(z.string()),
    isArchived: maybe(z.boolean()),
  }),
);
const ChannelSchema = z.lazy(() =>
  z.object({ id: z.string().check(z.minLength(1)), displayName: maybe(z.string()) }),
);
/** Teams whose channels are still to be asked, as id and name. */
const WaitingSchema = z.lazy(() => z.array(z.tuple([z.string(), z.string()])));
type Waiting = z.infer<typeof WaitingSchema>;

/** The teams that one is in, then their channels, twenty teams at a time. */
export function teamsRequest({ earlier }: Places, token: string): PlainRequest {
  if (earlier === undefined) return graphRequest(token, 'GET', '/me/joinedTeams');
  const channels = ([team]: Waiting[number]) => ({
    method: 'GET' as const,
    path: `${pathOf(`${team}/`).slice(0, -1)}?$select=id,displayName`,
  });
  return batchRequest(token, waitingOf(earlier.cursor).slice(0, MOST_IN_BATCH).map(channels));
}

export function readPlaces(response: PlainResponse, operation: Places, now: number): Reading<'places'> {
  return operation.earlier === undefined
    ? readTeams(response, operation)
    : readChannels(response, operation, operation.earlier, now);
}

function readTeams(response: PlainResponse, operation: Places): Reading<'places'> {
  const teams = readPage(response, TeamSchema);
  if (teams === null) return unreadable('no');
  const waiting = teams.items
    .filter(({ isArchived }) => isArchived !== true)
    .slice(0, MOST_TEAMS)
    .map(({ id, displayName }): Waiting[number] => [id, displayName ?? '']);
  return goOn(operation, waiting, []);
}

/** A team that does not answer is left out; where none does, the first says why. */
function readChannels(
  response: PlainResponse,
  operation: Places,
  { cursor, found }: NonNullable<Places['earlier']>,
  now: number,
): Reading<'places'> {
  const waiting = waitingOf(cursor);
  const asked = waiting.slice(0, MOST_IN_BATCH);
  const answers = batchAnswers(response, asked.length);
  if (answers === null) return unreadable('no');
  const refused = answers.every(({ status }) => status !== 200) ? answers[0] : undefined;
  const failure = refused === undefined ? null : graphFailure(refused, false, now);
  if (failure !== null) return fail(failure);
  const places = asked.flatMap(([team, name], index) => {
    const answer = answers[index];
    const channels = answer === undefined ? null : readPage(answer, ChannelSchema);
    return (channels?.items ?? []).map((channel): Place => {
      const shown = [name, channel.displayName ?? ''].filter((part) => part !== '').join(' › ');
      return { id: `${team}/${channel.id}`, name: shown.slice(0, MOST_NAME), closed: true };
    });
  });
  return goOn(operation, waiting.slice(MOST_IN_BATCH), [...found, ...places]);
}

function goOn(operation: Places, waiting: Waiting, found: readonly Place[]): Reading<'places'> {
  if (waiting.length === 0) return succeed(found);
  const pages = (operation.earlier?.pages ?? 0) + 1;
  return { next: { ...operation, earlier: { cursor: JSON.stringify(waiting), pages, found } } };
}

function waitingOf(cursor: string): Waiting {
  return WaitingSchema.parse(JSON.parse(cursor)); // our own, from one step to the next
}
