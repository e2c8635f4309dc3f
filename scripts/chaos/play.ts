import { setTimeout as wait } from 'node:timers/promises';
import { BROKEN, heal, hurtBefore, hurtMeanwhile, putBrokenRow } from './hurt';
import { type Evidence, judge, unsent, type Verdict, waitingForPerson } from './judge';
import type { Scenario } from './plan/scenario';
import type { Written } from './world/person';
import type { Membership, World } from './world/world';

/** What became of one run. */
export interface Outcome {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly falselyDelivered: readonly string[];
  readonly stuck: readonly string[];
  /** From the end of the fault until all was delivered. */
  readonly tookMs: number;
  /** Whether the worker came to the checkpoint at which it was told to die. */
  readonly died: boolean;
  /** What went over the way, and when. */
  readonly log: readonly string[];
}

/** A minute of the outbox, which is shorter here, and time for a cold start on a busy machine. */
const DELIVERED_WITHIN_MS = 15_000;
const BITES_WITHIN_MS = 1_200;
const LOOK_EVERY_MS = 40;

/** Plays one scenario: people write and send, the fault comes and goes, and both databases are looked at. */
export async function play(world: World, scenario: Scenario, number: number): Promise<Outcome> {
  const membership = await world.calm(scenario);
  const deaths = world.browser.deaths;
  const written = await writeAll(world, membership, scenario.posts, number);
  const false_: string[] = [];
  const look = async (): Promise<Evidence> => {
    const evidence = await world.evidence(written);
    false_.push(...judge(written, evidence).falselyDelivered);
    return evidence;
  };
  await underFault(world, scenario, written, look);
  await heal(world, scenario.hurt);
  world.community.proxy.log.note('the fault is over');
  const healedAt = Date.now();
  const last = await settle(world, scenario, written, look);
  const { lost, doubled, undelivered, falselyDelivered } = last;
  const isBroken = scenario.hurt?.kind === 'broken row';
  return {
    lost: isBroken ? [...lost, ...(await brokenRowsGone(world))] : lost,
    doubled,
    falselyDelivered: [...new Set([...false_, ...falselyDelivered])],
    stuck: undelivered,
    tookMs: Date.now() - healedAt,
    died: world.browser.deaths > deaths,
    log: world.community.proxy.log.lines(),
  };
}

/** A row that nobody understands has to stay somewhere, with what it holds. */
async function brokenRowsGone(world: World): Promise<string[]> {
  const { entries, quarantine } = (await world.evidence([])).kept;
  const stays = [...entries, ...quarantine].some(({ id }) => id.startsWith(BROKEN));
  return stays ? [] : ['the broken row'];
}

async function writeAll(world: World, at: Membership, posts: number, number: number): Promise<Written[]> {
  const written: Written[] = [];
  for (let index = 0; index < posts; index += 1) {
    const practice = {
      title: `Proef ${number}.${index}`,
      did: `Ik stuurde bericht ${index} van proef ${number}. Zo weten wij dat het aankomt.`,
      why: '',
      tip: '',
      topics: [],
      link: null,
      language: 'nl',
    };
    written.push(await world.person.write(practice, at));
  }
  return written;
}

async function underFault(
  world: World,
  { network, hurt }: Scenario,
  written: readonly Written[],
  look: () => Promise<Evidence>,
): Promise<void> {
  const { proxy } = world.community;
  proxy.set(network);
  if (hurt !== null) await hurtBefore(world, hurt);
  const sent = Promise.all(written.map((one) => world.person.send(one)));
  const [first] = written;
  if (hurt?.kind === 'broken row' && first !== undefined) {
    await sent;
    await putBrokenRow(world, first, hurt.how);
  }
  const isOver = async (): Promise<boolean> => judge(written, await look()).undelivered.length === 0;
  if (hurt !== null) await hurtMeanwhile(world, hurt, isOver);
  await sent;
  const expected = network === null ? 0 : Math.min(network.times, written.length);
  for (const end = Date.now() + BITES_WITHIN_MS; Date.now() < end && proxy.hits < expected; ) {
    await wait(LOOK_EVERY_MS);
    if (await isOver()) break;
  }
  await look();
}

/** The fault is over: the person does what is asked of them, and looks; nothing else may be needed. */
async function settle(
  world: World,
  { needsPerson, network }: Scenario,
  written: readonly Written[],
  look: () => Promise<Evidence>,
): Promise<Verdict> {
  const { person } = world;
  const begun = await look();
  for (const { id } of unsent(written, begun.kept)) await sendAgain(world, written, id);
  void person.ask('delivery:run', {});
  const asked = new Set<string>();
  for (const end = Date.now() + DELIVERED_WITHIN_MS; Date.now() < end; await wait(LOOK_EVERY_MS)) {
    const evidence = await look();
    if (judge(written, evidence).undelivered.length === 0) break;
    if (!needsPerson) continue;
    for (const { id } of waitingForPerson(written, evidence.kept)) {
      if (asked.has(id)) continue;
      asked.add(id);
      await helpOnward(world, evidence, id);
    }
  }
  // What is still on its way to the community comes too late to be counted otherwise.
  if (network?.action.kind === 'late') await wait(network.action.afterMs);
  return judge(written, await look());
}

async function sendAgain(world: World, written: readonly Written[], id: string): Promise<void> {
  const one = written.find((each) => each.id === id);
  if (one !== undefined) await world.person.send(one);
}

/** What the person does about a post that waits for them. */
async function helpOnward(world: World, { kept }: Evidence, id: string): Promise<void> {
  const { reason } = kept.entries.find((entry) => entry.id === id) ?? {};
  if (reason === 'signed-out') await world.signInAgain();
  else await world.person.ask('entry:retry', { entryId: id });
}
