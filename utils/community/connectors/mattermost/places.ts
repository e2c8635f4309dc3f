import { succeed } from '@/utils/kernel/result';
import { bodyAs } from '../../answer';
import type { Place } from '../../community';
import type { Operation, PlainResponse, Reading } from '../../connector';
import { unreadable } from '../../status';
import { placeIdOf } from './ids';
import { ChannelsSchema, MOST_NAME, TeamsSchema } from './shapes';

/** Nobody chooses among more. */
const MOST_PLACES = 320;

/** The channels of one's teams, direct messages left out. First the teams: what `earlier` holds are those, with their ids. */
export function readPlaces(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'places' }>,
): Reading<'places'> {
  return operation.earlier === undefined
    ? readTeams(response, operation)
    : readChannels(response, operation.earlier.found);
}

function readTeams(
  response: PlainResponse,
  operation: Extract<Operation, { verb: 'places' }>,
): Reading<'places'> {
  const teams = bodyAs(TeamsSchema, response);
  if (teams === null) return unreadable('no');
  const found = teams.map(({ id, name, display_name }) => ({
    id: placeIdOf(name, id),
    name: display_name,
    closed: false,
  }));
  return { next: { ...operation, earlier: { cursor: 'channels', pages: 1, found } } };
}

function readChannels(response: PlainResponse, teams: readonly Place[]): Reading<'places'> {
  const channels = bodyAs(ChannelsSchema, response);
  if (channels === null) return unreadable('no');
  const places = channels.flatMap(({ id, team_id, type, display_name, name, delete_at }) => {
    const team = teams.find((one) => one.id.endsWith(`/${team_id}`));
    if (team === undefined || (type !== 'O' && type !== 'P') || (delete_at ?? 0) !== 0) return [];
    const channel = display_name.trim() === '' ? name : display_name.trim();
    const shown = teams.length === 1 ? channel : `${team.name}: ${channel}`;
    const teamName = team.id.slice(0, team.id.indexOf('/'));
    return [{ id: placeIdOf(teamName, id), name: shown.slice(0, MOST_NAME), closed: type === 'P' }];
  });
  return succeed(places.slice(0, MOST_PLACES));
}
