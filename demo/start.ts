import { LANGUAGES } from '@/utils/language/languages';
import { terminalText } from '../scripts/terminal-text';
import { runDemo } from './run/demo';
import { askedLanguage, readOptions } from './run/options';

const args = process.argv.slice(2);
const read = readOptions(args);
const words = terminalText(askedLanguage(args));
const { t } = words;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(130); // asked twice: somebody is in a hurry
    stopping.abort();
  });
}

/** One clear sentence, and out. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

if (!read.ok) stop(t(`demo.run.${read.error.key}`, { port: 'port' in read.error ? read.error.port : '' }));
const { help, language } = read.value;
if (help) {
  console.log(t('demo.run.usage'));
} else {
  if (language !== undefined && !LANGUAGES.some((known) => known === language))
    stop(t('demo.run.bad-option'));
  const ended = await runDemo(read.value, words, stopping.signal);
  if (!ended.ok) stop(ended.error);
  console.log(ended.value);
}
process.exit(0); // browsers' drivers may still hold a timer
