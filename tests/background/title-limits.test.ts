import { expect, test } from 'vitest';
import { keepCommunity } from '@/utils/community/store';
import { createDraft } from '@/utils/outbox/drafts';
import { aBackground, popup } from '../support/background-world';
import { TOKEN } from '../support/fake-community';
import { aCommunity, must } from '../support/outbox-world';
import { aPractice } from '../support/practices';

test('nobody is told to lengthen the title of a reply, which has none', async () => {
  const { db, services, ask } = aBackground();
  const community = aCommunity({ titleLimits: { least: 15, most: 255 } });
  await keepCommunity(db, community, TOKEN);
  const practice = aPractice({ title: '', did: 'Dat klopt.' });
  const where = { communityId: community.id, placeId: null, audience: 'members' as const };
  const answers = { entryId: null, postId: '9', title: 'Mappen', ...where };
  const problemsOf = async (draft: Parameters<typeof createDraft>[1]) => {
    const { id: draftId } = must(await createDraft(db, draft, services));
    return must(await ask<'draft:open'>('draft:open', { draftId }, popup)).preview.problems;
  };
  expect(await problemsOf({ practice, activityId: null, answers })).toEqual([]);
  expect(await problemsOf({ practice, activityId: null })).toEqual(['title-short']);
});
