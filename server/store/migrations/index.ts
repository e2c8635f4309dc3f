import type { MigrationProvider } from 'kysely';
import { first } from './0001-first';
import { ground } from './0002-ground';
import { search } from './0003-search';
import { calls } from './0004-calls';
import { contentType } from './0005-content-type';

/** Every migration by its name, in order; a released one is never changed. */
export const MIGRATIONS: MigrationProvider = {
  getMigrations: () =>
    Promise.resolve({
      '0001-first': first,
      '0002-ground': ground,
      '0003-search': search,
      '0004-calls': calls,
      '0005-content-type': contentType,
    }),
};
