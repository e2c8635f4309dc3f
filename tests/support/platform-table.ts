import type { Evidence, Platform, SignInKind } from '@/utils/community/platform';

const SIGNS_IN: Readonly<Record<SignInKind, string>> = {
  oauth: 'its own page (OAuth)',
  device: 'a code',
  key: 'a key',
  'app-password': 'an application password',
  session: 'the browser’s own sign-in',
  token: 'an access token',
};

const KINDS = { stream: 'practices', page: 'conclusions' } as const;

function evidenceOf(evidence: Evidence): string {
  if (evidence.kind === 'documentation') return 'written from documentation';
  const against = evidence.kind === 'real' ? 'the real thing' : 'its published contract';
  return `tested against ${against} (${evidence.against})`;
}

/** The lines of the table in the README, from what each platform says of itself. */
export function platformTable(platforms: readonly Platform[]): string {
  const rows = platforms.map(
    ({ title, kind, signsIn, evidence }) =>
      `| ${title} | ${KINDS[kind]} | ${signsIn.map((way) => SIGNS_IN[way]).join(', ')} | ${evidenceOf(evidence)} |`,
  );
  return ['| platform | takes | signs in by | evidence |', '|---|---|---|---|', ...rows].join('\n');
}
