import { DAY_MS } from '@/utils/kernel/clock';
import { hashOf, sameSecret } from '../auth/secrets';

interface Kept {
  readonly id: string;
  readonly secret: string;
}

/** An app's picture elements send no token: whoever was shown the post may read its files this long. */
const PASS_DAYS = 7;

/** What stands in a picture's address: the same all day, so that a browser keeps what it has read. */
export function passTo(picture: Kept, now: number): string {
  const lastDay = Math.floor(now / DAY_MS) + PASS_DAYS;
  return `${lastDay}-${sealOf(picture, lastDay)}`;
}

/** Whether an address was given to somebody who could read the picture, at most a week ago. */
export function isPass(picture: Kept, pass: string, now: number): boolean {
  const [, day = '', seal = ''] = /^(\d{1,7})-([0-9a-f]{64})$/.exec(pass) ?? [];
  if (day === '' || Number(day) < Math.floor(now / DAY_MS)) return false;
  return sameSecret(seal, sealOf(picture, Number(day)));
}

function sealOf({ id, secret }: Kept, lastDay: number): string {
  return hashOf(`${secret} ${id} ${lastDay}`);
}
