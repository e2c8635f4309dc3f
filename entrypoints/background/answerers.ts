import { succeed } from '@/utils/kernel/result';
import type { Answerers } from './answer-messages';
import * as aside from './answers/aside';
import * as asking from './answers/asking';
import * as charter from './answers/charter';
import * as communities from './answers/communities';
import * as data from './answers/data';
import * as deletions from './answers/deletions';
import * as drafts from './answers/drafts';
import * as entries from './answers/entries';
import * as guide from './answers/guide';
import * as kept from './answers/kept';
import * as ledger from './answers/ledger';
import * as lessons from './answers/lessons';
import * as library from './answers/library';
import * as pictures from './answers/pictures';
import * as prompts from './answers/prompts';
import * as settings from './answers/settings';
import * as signIn from './answers/sign-in';
import * as sites from './answers/sites';
import { askingStory } from './asking';
import { composeOverview } from './compose-overview';
import { diagnose } from './diagnosis';
import { endRun, startTeaching, stopTeaching } from './lessons';
import { lookAround } from './look-around';
import { exportRecipe, keepRecipe, removeRecipe } from './own-recipes';
import type { Sync } from './schedule-sync';
import type { Services } from './services';
import { sharedAnswerers } from './shared-answerers';
import { expectSites, removeSite } from './sites';
import { standingAnswerers } from './standing-answerers';
import { waitingView } from './waiting';
import { makeSites } from './watch-permissions';

/** One line per message of the contract. */
// budget: 110 lines — a table reads better whole
export function createAnswerers(services: Services, sync: Sync): Answerers {
  return {
    'prompt:claim': (_request, caller) => prompts.claimPrompt(services, caller),
    'prompt:shown': ({ promptId }, caller) => prompts.promptShown(services, promptId, caller),
    'prompt:answer': (request, caller) => prompts.answerPrompt(services, request, caller),
    'prompt:held': ({ promptId }, caller) => prompts.promptHeld(services, promptId, caller),
    'prompt:left': ({ promptId }, caller) => prompts.promptLeft(services, promptId, caller),

    'draft:open': (request, caller) => drafts.openDraft(services, request, caller),
    'draft:new': ({ kind }) => drafts.newDraft(services, kind),
    'drafts:list': () => drafts.listDrafts(services),
    'draft:on-call': () => drafts.draftOnCall(services),
    'draft:save': (request, caller) => drafts.save(services, request, caller),
    'draft:send': (request, caller) => drafts.send(services, sync, request, caller),
    'draft:file': ({ draftId }, caller) => drafts.file(services, draftId, caller),
    'draft:discard': ({ draftId }, caller) => drafts.discard(services, draftId, caller),
    'draft:override': (request, caller) => drafts.override(services, request, caller),
    'draft:pop-out': ({ draftId }, caller) => drafts.popOut(draftId, caller),

    'picture:add': (request, caller) => pictures.add(services, request, caller),
    'picture:read': (request, caller) => pictures.read(services, request, caller),

    'entry:read': ({ entryId }, caller) => entries.read(services, entryId, caller),
    'entry:retry': ({ entryId }, caller) => entries.retry(services, sync, entryId, caller),
    'entry:take-back': ({ entryId }, caller) => entries.takeBack(services, entryId, caller),
    'entry:discard': ({ entryId }) => entries.discard(services, entryId),
    'entry:correct': ({ entryId }, caller) => entries.begin('entry:correct', services, entryId, caller),
    'entry:answer': ({ entryId }, caller) => entries.begin('entry:answer', services, entryId, caller),
    'entry:conclude': ({ entryId }, caller) => entries.begin('entry:conclude', services, entryId, caller),
    'entry:tell': ({ entryId }, caller) => entries.begin('entry:tell', services, entryId, caller),
    'entry:withdraw': ({ entryId }) => entries.withdraw(services, entryId),
    'entry:share-again': ({ entryId }, caller) =>
      entries.begin('entry:share-again', services, entryId, caller),
    'entry:share-link': ({ entryId }, caller) => entries.begin('entry:share-link', services, entryId, caller),

    ...sharedAnswerers(services),
    ...standingAnswerers(services, sync),

    'discard:undo': ({ id }, caller) => deletions.undo(services, sync, id, caller),
    'discard:hold': ({ id }, caller) => deletions.hold(services, id, caller),

    'overview:read': async ({ url }) => {
      lookAround(services);
      return succeed(await composeOverview(services, url));
    },
    'waiting:read': async ({ rows }) => succeed(await waitingView(services, rows)),
    'site:expect': async ({ origins }) => {
      await expectSites(services, origins);
      await makeSites(services); // the permission may be there already
      return succeed(null);
    },
    'site:remove': async ({ origin }) => {
      await stopTeaching(services, origin);
      return succeed(await removeSite(services, origin).then(() => null));
    },
    'site:choose': ({ origin, recipeId }) => sites.choose(services, origin, recipeId),
    'site:recognise': ({ origin }) => sites.recogniseAgain(services, origin),
    'site:try': ({ origin, tries }) => sites.setTries(services, origin, tries),
    'recipe:add': async ({ text }) => succeed(await keepRecipe(services, text, 'file')),
    'recipe:export': ({ recipeId }) => exportRecipe(services, recipeId),
    'recipe:remove': async ({ recipeId }) => succeed(await removeRecipe(services, recipeId).then(() => null)),
    'pause:set': ({ until }) => settings.setPause(services, until),
    'kept:share': ({ promptId }) => kept.shareKept(services, promptId),
    'kept:dismiss': ({ promptId }) => kept.dismissKept(services, promptId),
    'lesson:start': (request) => startTeaching(services, request),
    'lesson:read': () => lessons.readLesson(services),
    'lesson:next': ({ run }) => endRun(services, run),
    'lesson:stop': async () => succeed(await stopTeaching(services).then(() => null)),
    'lesson:check': (request) => lessons.checkLesson(services, request),
    'lesson:keep': ({ text }) => lessons.keepLesson(services, text),
    ...library.answers(services),
    'asking:save': (request) => asking.saveAsking(services, request),
    'asking:forget': (request) => asking.forgetLearned(services, request),
    'asking:story': async ({ site }) => succeed(await askingStory(services, site)),
    'asking:go-on': () => asking.goOnAsking(services),
    'asking:stop': () => asking.stopAsking(services),
    'sensitive:add': (request) => asking.addSensitive(services, request),
    'sensitive:remove': (request) => asking.removeSensitive(services, request),
    'charter:save': (request) => charter.saveCharter(services, request.charter),
    'compass:stay': ({ draftId }, caller) => charter.stayHere(draftId, caller),
    'delivery:run': async () => succeed(await sync.hurry().then(() => null)),

    ...signIn.answers(services, sync),
    'community:invite': ({ communityId }) => communities.invite(services, communityId),
    'community:remove': ({ communityId }) => communities.removeCommunity(services, communityId),

    'settings:read': () => settings.readSettings(services),
    'settings:language': async ({ language }) =>
      succeed(await services.changeSettings({ language }).then(() => null)),
    'settings:retention': ({ retentionDays }) => settings.setRetention(services, retentionDays),
    'settings:forget-never': (rule) => settings.forgetNever(services, rule),
    'settings:welcomed': async () =>
      succeed(await services.changeSettings({ welcomed: true }).then(() => null)),
    'data:export': () => data.exportAll(services),
    'data:import': ({ json }) => data.importAll(services, sync, json),
    'data:unsent': () => data.countUnsent(services),
    'data:wipe': () => data.wipeAll(services),
    'aside:show': () => aside.showAside(services),
    'aside:export': () => aside.exportAside(services),
    'aside:remove': ({ upTo }) => aside.removeAside(services, upTo),
    'ledger:read': (request) => ledger.readLedger(services, request),
    'ledger:export': () => ledger.exportLedger(services),
    'ledger:wipe': () => ledger.wipeLedger(services),
    'rehearsal:look': (request) => guide.lookAtRehearsal(services, request),
    'guide:practices': () => guide.practicesToRead(services),
    'loss:read': () => data.lossRead(services),
    'diagnosis:read': async () => succeed({ text: await diagnose(services) }),
    'language:read': async () => succeed({ language: (await services.words()).language }),
  };
}
