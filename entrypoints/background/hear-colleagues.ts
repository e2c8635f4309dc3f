import { refreshCalls } from './calls';
import { refreshResponses } from './responses';
import type { Services } from './services';

/** Everything that the connected communities may have to say, each asked at its own pace. */
export async function hearColleagues(services: Services): Promise<void> {
  await Promise.all([refreshCalls(services), refreshResponses(services)]);
}
