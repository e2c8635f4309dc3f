import { newSecret } from '@/utils/kernel/ids';
import type { Platform } from '../../platform';
import { createMatrix } from './connector';
import { recognise } from './recognise';

/** Matrix: every server takes an application that registers itself, where it has sign-in by OAuth at all. */
export const matrix: Platform = {
  id: 'matrix',
  title: 'Matrix',
  kind: 'stream',
  evidence: { kind: 'contract', against: 'matrix/data/api/client-server' },
  recognise,
  signsIn: ['oauth', 'token'],
  oauth: {
    metadata: (base) => `${base}/_matrix/client/v1/auth_metadata`,
    endpoints: () => null,
    signsInAt: [],
    registeredBy: 'itself',
    scopes: () => `urn:matrix:client:api:* urn:matrix:client:device:${newSecret().slice(0, 10)}`,
  },
  // A server has no such page: the program that people use shows it.
  tokenPage: () => 'https://app.element.io/',
  connector: createMatrix,
};
