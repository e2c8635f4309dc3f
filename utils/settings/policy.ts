import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Policy, PolicySchema } from './settings';

/** No policy: nobody manages this browser. */
export const NO_POLICY: Policy = {};

/** Reads what an administrator set; a wrong value fails with the field's name, such as `sites.0`. */
export function readPolicy(raw: unknown): Result<Policy, { readonly field: string }> {
  const parsed = PolicySchema.safeParse(raw ?? NO_POLICY);
  if (!parsed.success) return fail({ field: parsed.error.issues[0]?.path.join('.') || 'policy' });
  const unusable = (parsed.data.sites ?? []).findIndex((site) => originOf(site) === null);
  return unusable === -1 ? succeed(parsed.data) : fail({ field: `sites.${unusable}` });
}

/** The origins that a policy names, without doubles. */
export function policyOrigins(policy: Policy): readonly string[] {
  const origins = (policy.sites ?? []).map(originOf).filter((origin) => origin !== null);
  return [...new Set(origins)];
}

/** Scheme, host and port of a web address; null for anything that no page on the web has. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
