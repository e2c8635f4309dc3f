import { systemClock } from '@/utils/kernel/clock';
import { secureBytes } from '@/utils/kernel/random';
import { chooseLanguage } from '@/utils/language';
import { LANGUAGES } from '@/utils/language/languages';
import { operate } from './commands/operate';
import { serve } from './commands/serve';

const { LC_ALL, LC_MESSAGES, LANG, DATABASE_URL } = process.env;
const tags = [LC_ALL, LC_MESSAGES, LANG].filter(Boolean).map((tag) => String(tag).replace(/[_.].*$/, ''));
const program = { language: chooseLanguage(tags, LANGUAGES), databaseUrl: DATABASE_URL };

process.umask(0o077); // data, copies and the coordinator's link are for whoever runs this, and nobody else
const args = process.argv.slice(2);
const isCommand = args[0] !== undefined && !args[0].startsWith('-');
if (isCommand) say(await operate(args, { ...program, clock: systemClock, randomBytes: secureBytes }));
else await run();

/** What was done, or why nothing was; by then nothing is open that would keep the program from ending. */
function say(outcome: Awaited<ReturnType<typeof operate>>): void {
  if (outcome.ok) for (const line of outcome.value) console.log(line);
  else {
    console.error(outcome.error);
    process.exitCode = 1;
  }
}

async function run(): Promise<void> {
  const server = await serve(args, program);
  if (!server.ok) {
    console.error(server.error);
    process.exit(1);
  }
  for (const line of server.value.lines) console.log(line);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void server.value.close().then(() => process.exit(0));
    });
  }
}
