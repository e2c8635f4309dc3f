import { type Done, JUST_DONE_MS, OPEN_MS, openQuestions } from '@/utils/library/open-questions';
import type { Shared } from '@/utils/library/shelf';
import type { SharedView } from '@/utils/messaging/library-views';
import type { Services } from './services';
import { sharedView } from './shared-view';

/** The newest so many are looked at. */
const MOST_QUESTIONS = 200;
const MOST_DONE = 20;

/** Open questions that fit what the person just did; with an entry, also what that says. */
export async function openQuestionViews(
  services: Services,
  entryId: string | undefined,
): Promise<readonly SharedView[]> {
  const now = services.clock();
  const questions = await newestQuestions(services, now);
  if (questions.length === 0) return [];
  const [settled, done] = await Promise.all([
    settledOnes(services, questions),
    justDone(services, entryId, now),
  ]);
  const communities = await services.db.communities.toArray();
  return openQuestions({ questions, settled, done, now }).map((one) => sharedView(one, communities));
}

/** Of communities that are connected: nobody can answer elsewhere. */
async function newestQuestions({ db }: Services, now: number): Promise<readonly Shared[]> {
  const ids = new Set((await db.communities.toArray()).map(({ id }) => id));
  if (ids.size === 0) return [];
  const questions = await db.shared
    .where('[practice.kind+at]')
    .between(['question', now - OPEN_MS], ['question', Number.POSITIVE_INFINITY])
    .reverse()
    .limit(MOST_QUESTIONS)
    .toArray();
  return questions.filter(({ communityId }) => ids.has(communityId));
}

/** Those that this person asked, or has answered: in the community as of the last look, or on its way there. */
async function settledOnes({ db }: Services, questions: readonly Shared[]): Promise<ReadonlySet<string>> {
  const accounts = new Map((await db.communities.toArray()).map(({ id, accountId }) => [id, accountId]));
  const isOwn = ({ communityId, authorId }: Shared): boolean => accounts.get(communityId) === authorId;
  const posts = questions.map(({ postId }) => postId);
  const answers = (await db.shared.where('answersId').anyOf(posts).toArray()).filter(isOwn);
  const entries = await db.entries.where('answers.postId').anyOf(posts).toArray();
  const places = new Set([
    ...answers.map(({ communityId, answersId }) => `${communityId} ${answersId}`),
    ...entries.map((entry) => `${entry.answers?.communityId} ${entry.answers?.postId}`),
  ]);
  const isSettled = (question: Shared): boolean =>
    isOwn(question) || places.has(`${question.communityId} ${question.postId}`);
  return new Set(questions.filter(isSettled).map(({ id }) => id));
}

async function justDone(services: Services, entryId: string | undefined, now: number): Promise<Done[]> {
  const { db, recipes } = services;
  const { compiled } = await recipes.current();
  const since = now - JUST_DONE_MS;
  const prompts = await db.prompts.where('createdAt').above(since).reverse().limit(MOST_DONE).toArray();
  const receipts = await db.receipts.where('at').above(since).reverse().limit(MOST_DONE).toArray();
  const ids = [...receipts.map((receipt) => receipt.entryId), ...(entryId === undefined ? [] : [entryId])];
  const entries = (await db.entries.bulkGet(ids)).filter((entry) => entry !== undefined);
  return [
    ...prompts.map(({ activity: { title, system } }) => ({
      text: `${title} ${compiled.get(system)?.recipe.name ?? system}`,
      topics: [],
    })),
    ...entries.map(({ practice: { title, did, topics } }) => ({ text: `${title} ${did}`, topics })),
  ];
}
