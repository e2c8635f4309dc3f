import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseLanguage } from '@/utils/language';
import { LANGUAGES } from '@/utils/language/languages';
import { version } from '../package.json';
import { inviteCoordinator } from './coordinator-link';
import { listen } from './listen';
import { wordsIn } from './pages/words';
import { publicOrigin } from './public-origin';
import { DEFAULT_RATE_LIMIT } from './rate-limit';
import { openStore } from './store/store';

const DEFAULT_PORT = '8700';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const terminal = chooseLanguage(
  [LC_ALL, LC_MESSAGES, LANG].filter(Boolean).map((tag) => String(tag).split(/[_.]/)[0] ?? ''),
  LANGUAGES,
);

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: DEFAULT_PORT },
        data: { type: 'string', default: '.deelgenoot/community' },
        host: { type: 'string', default: '127.0.0.1' },
        origin: { type: 'string' },
        name: { type: 'string', default: 'Deelgenoot' },
        language: { type: 'string', default: terminal },
        'rate-limit': { type: 'string', default: String(DEFAULT_RATE_LIMIT) },
      },
    }).values;
  } catch {
    return stop(wordsIn(terminal).t('server.bad-option'));
  }
}

/** One clear sentence, and out. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const options = readOptions();
const language =
  LANGUAGES.find((each) => each === options.language) ?? stop(wordsIn(terminal).t('server.bad-option'));
const { t } = wordsIn(language);
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535 || options.port.trim() === '') {
  stop(t('server.bad-port', { port: options.port }));
}

const rateLimit = Number(options['rate-limit']);
if (!Number.isInteger(rateLimit) || rateLimit < 0) stop(t('server.bad-option'));

const origin = publicOrigin(options.origin, options.host);
if (!origin.ok) stop(t('server.bad-origin'));

process.umask(0o077); // the database and the coordinator's link are for whoever runs this, and nobody else
const folder = resolve(options.data);
const databaseUrl = process.env.DATABASE_URL;
const store = await openStore({ folder, databaseUrl, communityName: options.name });
if (!store.ok) stop(t(`server.${store.error}`, { folder }));

const server = await listen(store.value, {
  host: options.host,
  port,
  origin: origin.value,
  name: options.name,
  language,
  version,
  folder,
  rateLimit,
});
if (!server.ok) {
  await store.value.close();
  stop(t(`server.${server.error}`, { port: options.port, host: options.host }));
}

const { origin: address, close } = server.value;
const link = await inviteCoordinator(store.value, folder, address);
console.log(t('server.started', { address }));
if (databaseUrl === undefined) console.log(t('server.data-in', { folder }));
if (link !== null) console.log(t('server.coordinator-link', link));

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void close()
      .then(() => store.value.close())
      .then(() => process.exit(0));
  });
}
