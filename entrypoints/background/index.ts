import { defineBackground } from 'wxt/utils/define-background';
import { answerMessages } from './answer-messages';
import { createAnswerers } from './answerers';
import { updateBadge } from './badge';
import { createDelivery } from './delivery';
import { followExchange } from './follow-activity';
import { forgetOldActivities } from './forget';
import { greetInstall } from './greet-install';
import { mayReadBody } from './may-read-body';
import { observeNetwork } from './observe-network';
import { keepForgotten } from './place-prompt';
import { FILTERS } from './recipes';
import { scheduleSync } from './schedule-sync';
import { createServices } from './services';
import { watchPermissions } from './watch-permissions';

// Everything below stands before the worker's first turn ends: a listener that comes later misses the event that woke us.
export default defineBackground(() => {
  const services = createServices();
  const observer = observeNetwork(
    FILTERS,
    services.clock,
    (exchange) => void followExchange(services, exchange),
    (start) => mayReadBody(services, start),
  );
  services.recipes.watch(({ own }) => observer.listenBroadly(own.size > 0));
  watchPermissions(services, observer);
  greetInstall(services);
  const sync = scheduleSync(createDelivery(services));
  answerMessages(createAnswerers(services, sync));
  // Alarms do not survive a restart everywhere, and what a killed worker left under way has to be looked at.
  void sync.now();
  void services.recipes.renew();
  void keepForgotten(services);
  void forgetOldActivities(services);
  void updateBadge(services);
});
