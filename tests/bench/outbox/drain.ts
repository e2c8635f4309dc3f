import type { Row } from '../measure';
import type { BenchBrowser } from './browser';
import type { Target } from './in-browser/samples';

const POSTS = 1_000;
const ROUNDS = 5;

/** The worker delivers a thousand posts, in turns with a loop that only sends as many, four at a time. */
export async function measureDrain({ run }: BenchBrowser, target: Target): Promise<Row[]> {
  const [values, against, control]: [number[], number[], number[]] = [[], [], []];
  const drain = async (): Promise<number> => {
    await run('empty');
    await run('fill', target, POSTS);
    const taken = await run('deliverAll');
    const { delivered, receipts } = await run('counts');
    if (delivered !== POSTS || receipts !== POSTS) throw new Error(`${delivered} of ${POSTS} were delivered`);
    return taken;
  };
  const bare = () => run('sendBarely', target, POSTS);
  await bare();
  await drain();
  for (let round = 0; round < ROUNDS; round += 1) {
    against.push(await bare());
    values.push(await drain());
    control.push(await bare());
  }
  await run('empty');
  return [
    { what: 'deliver 1,000 posts, against bare requests', values, against, control, paired: true, most: 1.5 },
  ];
}
