/** The part of an origin that people recognise: host and port. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host || origin : origin;
}
