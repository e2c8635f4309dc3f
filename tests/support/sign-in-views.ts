import type { FoundView, PendingCode, PendingKey, WayView } from '@/utils/messaging/sign-in-views';

/** A way to sign in that needs nothing but a person who agrees; say only what the test is about. */
export function wayView(wishes: Partial<WayView> = {}): WayView {
  return {
    way: 'oauth',
    needs: [],
    origins: ['https://praat.example'],
    signsInAt: null,
    tokenPage: null,
    asksFor: [],
    application: null,
    ...wishes,
  };
}

/** A platform that no test needs to know, as it was found. */
export function foundView(wishes: Partial<FoundView> = {}): FoundView {
  return {
    platform: 'chat',
    title: 'Praatprogramma',
    kind: 'stream',
    name: 'Praathuis',
    version: '9.1',
    address: 'https://praat.example',
    evidence: { kind: 'documentation' },
    ways: [wayView()],
    redirectAddress: 'https://abc.chromiumapp.org/',
    ...wishes,
  };
}

const PENDING = {
  id: 'sign-in',
  title: 'Praatprogramma',
  address: 'https://praat.example',
  page: 'https://praat.example/activate',
  expiresAt: Date.UTC(2027, 0, 1),
} as const;

export function pendingCode(wishes: Partial<PendingCode> = {}): PendingCode {
  return { ...PENDING, state: 'code', code: 'ABCD-EFGH', askAgainMs: 5_000, ...wishes };
}

export function pendingKey(): PendingKey {
  return { ...PENDING, state: 'key' };
}
