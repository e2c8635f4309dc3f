import type { Result } from '@/utils/kernel/result';

/**
 * Why a community was not connected; the words stand in the catalogues under `errors`. `detail` is what the sentence
 * names: an address, a host, what was found, or where sign-in comes back to.
 */
export interface ConnectProblem {
  readonly code:
    | 'address-invalid'
    | 'address-insecure'
    | 'community-unreachable'
    | 'not-a-community'
    | 'found-page'
    | 'found-sign-in'
    | 'found-elsewhere'
    | 'found-moved'
    | 'found-too-old'
    | 'found-other'
    | 'sign-in-choose'
    | 'sign-in-refused'
    | 'sign-in-unfinished'
    | 'sign-in-failed'
    | 'sign-in-consent'
    | 'sign-in-expired'
    | 'sign-in-elsewhere'
    | 'client-id-missing'
    | 'tenant-missing'
    | 'tenant-by-policy'
    | 'application-refused'
    | 'registration-refused'
    | 'not-signed-in-there'
    | 'name-missing'
    | 'key-refused'
    | 'token-refused';
  readonly detail: string;
}

export type Outcome<Value> = Result<Value, ConnectProblem>;
