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
    // Most servers leave it to another one, which they name.
    signsInAt: 'issuer',
    registeredBy: 'itself',
    scopes: (_capabilities, device) => `urn:matrix:client:api:* urn:matrix:client:device:${device}`,
  },
  // A server has no such page: the program that people use shows it.
  tokenPage: () => 'https://app.element.io/',
  pasteAdvice: { menu: ['All settings', 'Help & About', 'Access Token'], how: 'shown' },
  connector: createMatrix,
};
