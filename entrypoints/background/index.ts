import { defineBackground } from 'wxt/utils/define-background';
import type { ExchangeStart } from '@/utils/activity/body-use';
import { answerMessages } from './answer-messages';
import { createAnswerers } from './answerers';
import { createCare } from './care';
import { offerInMenu } from './context-menu';
import { createDelivery } from './delivery';
import { greetInstall } from './greet-install';
import { answerHotkey } from './hotkey';
import { currentTeaching, mayReadForLesson, watchLessons } from './lessons';
import { watchLoss } from './loss';
import { mayReadBody } from './may-read-body';
import { type NetworkObserver, observeNetwork } from './observe-network';
import { FILTERS } from './recipes';
import { scheduleSync } from './schedule-sync';
import { createServices, type Services } from './services';
import { watchHops } from './slow-requests';
import { startUp } from './start-up';
import { unattended } from './unattended';
import { watchPermissions } from './watch-permissions';

// Everything below stands before the worker's first turn ends: a listener that comes later misses the event that woke us.
export default defineBackground(() => {
  const services = createServices();
  watchLoss(services);
  const observer = observeNetwork(
    FILTERS,
    services.clock,
    watchHops(services),
    (start, tabId) => mayRead(services, start, tabId).catch(() => false), // a disk that refuses allows nothing
  );
  const listen = (): void => unattended(listenAsNeeded(services, observer));
  services.recipes.watch(listen);
  watchLessons(services, listen);
  watchPermissions(services, observer);
  greetInstall(services);
  offerInMenu(services);
  answerHotkey(services);
  const sync = scheduleSync(createDelivery(services));
  answerMessages(createAnswerers(services, sync), createCare(services, sync));
  startUp(services, sync);
});

async function mayRead(services: Services, start: ExchangeStart, tabId: number): Promise<boolean> {
  return (await mayReadForLesson(services, start, tabId)) || (await mayReadBody(services, start));
}

/** Every path, only where recipes of one's own or a lesson need it. */
async function listenAsNeeded(services: Services, observer: NetworkObserver): Promise<void> {
  const { own } = await services.recipes.current();
  const isTeaching = (await currentTeaching(services))?.phase === 'recording';
  observer.listenBroadly(own.size > 0 || isTeaching);
}
