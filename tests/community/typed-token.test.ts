import { expect, test } from 'vitest';
import { grantOfTyped } from '@/utils/community/auth/by-hand';
import { PLATFORMS } from '@/utils/community/register';

const ORIGIN = 'https://deelt.example';
const foundAt = (platform: (typeof PLATFORMS)[number]) => ({
  ...{ platform, origin: ORIGIN, base: ORIGIN, name: '', version: '' },
});

test.each(PLATFORMS.map((platform) => [platform.title, platform] as const))(
  'what a person made at %s and pasted with their name is taken',
  (_title, platform) => {
    const typed = { name: 'ann', secret: 'abcd1234' };
    expect(grantOfTyped(foundAt(platform), typed)).toMatchObject({ ok: true });
  },
);

test.each(PLATFORMS.map((platform) => [platform.title, platform] as const))(
  'no second header fits into what is pasted for %s',
  (_title, platform) => {
    const typed = { name: '', secret: 'abcd\r\nCookie: x' };
    expect(grantOfTyped(foundAt(platform), typed)).toMatchObject({ ok: false });
  },
);
