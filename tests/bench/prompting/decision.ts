import type { Row } from '../measure';
import { openBenchBrowser } from '../outbox/browser';

const ROUNDS = 60;
const REMEMBERED = 10_000;

/** A decision for somebody of whom much is remembered, against one for a newcomer; both read and write the real database. */
export async function measureDecisions(): Promise<Row[]> {
  const browser = await openBenchBrowser();
  try {
    const { known, newcomer, newcomerAgain } = await browser.run('measureDecision', REMEMBERED, ROUNDS);
    return [
      {
        what: `decision with ${REMEMBERED.toLocaleString('en')} remembered, against none`,
        values: known,
        against: newcomer,
        paired: true,
        control: newcomerAgain,
        most: 1.5,
      },
    ];
  } finally {
    await browser.close();
  }
}
