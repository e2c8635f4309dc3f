const DISK_CODES = ['disk-refused', 'storage-full', 'storage-broken', 'storage-newer'] as const;
/** Why the database keeps or gives nothing now, as far as the person has to do something else for each. */
export type DiskCode = (typeof DISK_CODES)[number];

export function isDiskCode(code: string): code is DiskCode {
  return DISK_CODES.some((one) => one === code);
}

/** Errors by which a database says that it cannot keep or give anything now; every other error is a bug. */
const DISK_ERRORS: Readonly<Record<string, DiskCode>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
  OpenFailedError: 'storage-broken',
  MissingAPIError: 'storage-broken',
  NotReadableError: 'storage-broken',
  UnknownError: 'disk-refused',
  AbortError: 'disk-refused',
  DatabaseClosedError: 'disk-refused',
  InvalidStateError: 'disk-refused',
  TimeoutError: 'disk-refused',
  BulkError: 'disk-refused',
};

/** By these Dexie says that it could not open, and keeps the reason. */
const NOT_OPENED = ['DatabaseClosedError', 'OpenFailedError'];

/** What a disk that refuses says by this error; null for anything else, which is a bug. */
export function diskCodeOf(error: unknown): DiskCode | null {
  if (!(error instanceof Error)) return null;
  const code = DISK_ERRORS[error.name] ?? null;
  const cause = causeOf(error);
  if (cause === null) return code;
  const why = diskCodeOf(cause);
  // Whatever the reason was, nothing was opened; where we closed it ourselves, it is only closed.
  if (NOT_OPENED.includes(error.name) && cause.name !== error.name)
    return why === null || why === 'disk-refused' ? 'storage-broken' : why;
  return why ?? code;
}

/** Dexie wraps: `inner` is what the browser said; of many that failed together, the first tells for all. */
function causeOf(error: Error): Error | null {
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  if (inner instanceof Error) return inner;
  const first: unknown = Array.isArray(failures) ? failures[0] : null;
  return first instanceof Error ? first : null;
}
