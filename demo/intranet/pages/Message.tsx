/** @jsxImportSource hono/jsx */
import type { Text } from '@/utils/language';
import type { Refusal } from '../model';

interface RefusedProps {
  readonly t: Text;
  readonly refusal: Refusal | null;
  /** For a refusal that names a year or another fact. */
  readonly detail?: string;
}

/** Why something was not done, above the form that asked for it; nothing where nothing was refused. */
export function Refused({ t, refusal, detail = '' }: RefusedProps) {
  if (refusal === null) return null;
  return (
    <p class="message message-failure" role="alert">
      {t(`intranet.refusals.${refusal}`, { detail })}
    </p>
  );
}
