import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { keyFlow } from '@/utils/community/connectors/discourse/sign-in';
import { BASE } from './fake';

export const KEY = 'a'.repeat(32);

/** A sign-in that has begun, and the platform's side of it. */
export async function aSignIn() {
  const kept = await keyFlow.prepare();
  const secrets: { readonly nonce: string; readonly publicKey: string } = JSON.parse(kept);
  const start = { base: BASE, application: 'Deelgenoot', clientId: 'client-1', kept };
  const said = (changes: object = {}) => ({
    key: KEY,
    nonce: secrets.nonce,
    push: false,
    api: 4,
    ...changes,
  });
  return { kept, secrets, start, said };
}

/** As the platform does it, with its own library. */
export function encrypted(said: unknown, padding: 'oaep' | 'pkcs1', publicKey: string): string {
  const text = Buffer.from(typeof said === 'string' ? said : JSON.stringify(said));
  const mode = padding === 'oaep' ? constants.RSA_PKCS1_OAEP_PADDING : constants.RSA_PKCS1_PADDING;
  const bytes = publicEncrypt({ key: createPublicKey(publicKey), padding: mode }, text);
  return bytes.toString('base64').replace(/.{60}/gu, '$&\n');
}
