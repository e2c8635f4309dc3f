import { resolve } from 'node:path';
import { fail, type Result, succeed } from '@/utils/kernel/result';
import { LANGUAGES, type Language } from '@/utils/language/languages';
import { version } from '../../package.json';
import { inviteCoordinator } from '../coordinator-link';
import { listen } from '../listen';
import { wordsIn } from '../pages/words';
import { publicOrigin } from '../public-origin';
import { openStore } from '../store/store';
import { isPort, rateLimitOf, readServeOptions } from './serve-options';

/** A server that runs, and what it says when it begins. */
export interface Running {
  readonly lines: readonly string[];
  close(): Promise<void>;
}

interface Program {
  /** Of its terminal. */
  readonly language: Language;
  readonly databaseUrl: string | undefined;
}

/** Runs the community server until it is closed; the one sentence why not where it cannot begin. */
export async function serve(args: readonly string[], program: Program): Promise<Result<Running, string>> {
  const options = readServeOptions(args, program.language);
  const language = LANGUAGES.find((each) => each === options?.language);
  const rateLimit = rateLimitOf(options?.['rate-limit'] ?? '');
  if (options === null || language === undefined || rateLimit === null)
    return fail(wordsIn(program.language).t('server.bad-option'));
  const { t } = wordsIn(language);
  if (!isPort(options.port)) return fail(t('server.bad-port', { port: options.port }));
  const origin = publicOrigin(options.origin, options.host);
  if (!origin.ok) return fail(t('server.bad-origin'));

  const folder = resolve(options.data);
  const { databaseUrl } = program;
  const store = await openStore({ folder, databaseUrl, communityName: options.name });
  if (!store.ok) return fail(t(`server.${store.error}`, { folder }));
  const { host, name } = options;
  const server = await listen(store.value, {
    ...{ host, name, language, version, folder, rateLimit },
    port: Number(options.port),
    origin: origin.value,
  });
  if (!server.ok) {
    await store.value.close();
    return fail(t(`server.${server.error}`, { port: options.port, host }));
  }

  const link = await inviteCoordinator(store.value, folder, server.value.origin);
  if (!link.ok) {
    await server.value.close();
    await store.value.close();
    return fail(t(`server.${link.error}`, { folder }));
  }
  const lines = [t('server.started', { address: server.value.origin })];
  if (databaseUrl === undefined) lines.push(t('server.data-in', { folder }));
  if (link.value !== null) lines.push(t('server.coordinator-link', link.value));
  return succeed({ lines, close: () => server.value.close().then(() => store.value.close()) });
}
