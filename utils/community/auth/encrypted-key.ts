import * as z from 'zod/mini';
import { newSecret } from '@/utils/kernel/ids';
import { jsonOf } from '../answer';
import { bytesOf, decrypted, newKeyPair } from './rsa';

const MOST_PAYLOAD = 4_096;
/** Short: an answer that holds it must be no longer than a key can encrypt. */
const NONCE_LENGTH = 32;

const KeptSchema = z.object({
  nonce: z.string(),
  publicKey: z.string(),
  privateKey: z.custom<JsonWebKey>((kept) => typeof kept === 'object' && kept !== null),
});
const SaidSchema = z.object({ nonce: z.string() });

/** A key pair and a nonce for one sign-in, as text that is kept in the background until it ends. */
export async function newOpening(): Promise<string> {
  return JSON.stringify({ nonce: newSecret().slice(0, NONCE_LENGTH), ...(await newKeyPair()) });
}

/** What the other side is told of it; null where nothing was kept. */
export function openingOf(kept: string): z.infer<typeof KeptSchema> | null {
  const parsed = KeptSchema.safeParse(jsonOf(kept));
  return parsed.success ? parsed.data : null;
}

/** What was encrypted for us, as JSON; null unless it was for this key and holds this nonce. */
export async function openedBy(kept: string, payload: string): Promise<unknown> {
  const own = openingOf(kept);
  const encrypted = payload.length > MOST_PAYLOAD ? null : bytesOf(payload.replace(/\s+/gu, ''));
  if (own === null || encrypted === null) return null;
  const bytes = await decrypted(own.privateKey, encrypted);
  const said = bytes === null ? null : jsonOf(new TextDecoder().decode(bytes));
  const checked = SaidSchema.safeParse(said);
  return checked.success && checked.data.nonce === own.nonce ? said : null;
}
