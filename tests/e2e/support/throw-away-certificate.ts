import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { DAY_MS } from '@/utils/kernel/clock';

/** What an HTTPS server needs, and how a browser knows that key and no other. */
export interface ThrowAwayCertificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the public key, as `--ignore-certificate-errors-spki-list` wants it. */
  readonly pin: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = der(SEQUENCE, Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/** A self-signed certificate (X.509, version 1) of a new key, that nobody trusts who was not told of this very key. */
export function throwAwayCertificate(): ThrowAwayCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from('Deelgenoot')))));
  const now = Date.now();
  const validity = der(SEQUENCE, moment(now - DAY_MS), moment(now + DAY_MS));
  const serial = der(0x02, Buffer.from([1]));
  const content = der(SEQUENCE, serial, ECDSA_WITH_SHA256, name, validity, name, spki);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const certificate = der(SEQUENCE, content, ECDSA_WITH_SHA256, signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    pin: createHash('sha256').update(spki).digest('base64'),
  };
}

/** UTCTime, to the second. */
function moment(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/gu, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

/** One value in DER (X.690): its kind, its length, and what it is made of. */
function der(kind: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([kind, ...size]), content]);
}
