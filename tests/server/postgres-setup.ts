import type { TestProject } from 'vitest/node';
import { openDatabase } from '@/server/store/database/open';
import { startPostgres } from '../support/postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where databases can be made from the template `migrated`; absent where tests use SQLite. */
    postgres?: { readonly admin: string; readonly base: string };
  }
}

/** One PostgreSQL for all the tests of the server, with a template that every migration has been made in. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres({ durable: false });
  await postgres.run('create database migrated');
  const opened = await openDatabase({ url: postgres.url('migrated') });
  if (!opened.ok) throw new Error(opened.error);
  await opened.value.close();
  project.provide('postgres', { admin: postgres.url('postgres'), base: postgres.url('') });
  return () => postgres.stop();
}
