import { refreshCalls } from './calls';
import { refreshLibrary } from './refresh-library';
import { refreshResponses } from './responses';
import type { Services } from './services';
import { unattended } from './unattended';

/** Looks what is new in the connected communities, each thing when its turn has come. */
export function lookAround(services: Services): void {
  unattended(refreshCalls(services));
  unattended(refreshLibrary(services));
  unattended(refreshResponses(services));
}
