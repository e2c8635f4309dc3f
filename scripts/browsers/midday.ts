const FARTHEST_WEST = -12;

/**
 * A time zone in which it is about noon at `now` (epoch ms): what depends on the hour of the day is then the same
 * whenever it runs. Its name has the sign that POSIX wants, the other way round.
 */
export function zoneAtMidday(now: number): string {
  const hours = 12 - new Date(now).getUTCHours();
  return hours < FARTHEST_WEST ? 'Etc/UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
