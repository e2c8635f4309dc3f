import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from './answer-messages';
import { createAnswerers } from './answerers';
import { updateBadge } from './badge';
import { createDelivery } from './delivery';
import { finishDeletions } from './discarded';
import { forgetOldActivities } from './forget';
import { greetInstall } from './greet-install';
import { currentTeaching, mayReadForLesson, watchLessons } from './lessons';
import { mayReadBody } from './may-read-body';
import { type NetworkObserver, observeNetwork } from './observe-network';
import { keepForgotten } from './place-prompt';
import { FILTERS } from './recipes';
import { scheduleSync } from './schedule-sync';
import { createServices, type Services } from './services';
import { watchHops } from './slow-requests';
import { watchPermissions } from './watch-permissions';

// Everything below stands before the worker's first turn ends: a listener that comes later misses the event that woke us.
export default defineBackground(() => {
  const services = createServices();
  const observer = observeNetwork(
    FILTERS,
    services.clock,
    watchHops(services),
    async (start, tabId) =>
      (await mayReadForLesson(services, start, tabId)) || (await mayReadBody(services, start)),
  );
  const listen = (): void => void listenAsNeeded(services, observer);
  services.recipes.watch(listen);
  watchLessons(services, listen);
  watchPermissions(services, observer);
  greetInstall(services);
  const sync = scheduleSync(createDelivery(services));
  answerMessages(createAnswerers(services, sync));
  // Alarms do not survive a restart everywhere, and what a killed worker left under way has to be looked at.
  void sync.now();
  void services.recipes.renew();
  void keepForgotten(services);
  void forgetOldActivities(services);
  void finishDeletions(services);
  void updateBadge(services);
});

/** Every path, only where recipes of one's own or a lesson need it. */
async function listenAsNeeded(services: Services, observer: NetworkObserver): Promise<void> {
  const { own } = await services.recipes.current();
  const isTeaching = (await currentTeaching(services))?.phase === 'recording';
  observer.listenBroadly(own.size > 0 || isTeaching);
}
