import { fail, type Result, succeed } from '@/utils/kernel/result';
import { type Policy, PolicySchema, type SensitivePages } from './settings';

/** No policy: nobody manages this browser. */
export const NO_POLICY: Policy = {};

/** Reads what an administrator set; a wrong value fails with the field's name, such as `sites.0`. */
export function readPolicy(raw: unknown): Result<Policy, { readonly field: string }> {
  const parsed = PolicySchema.safeParse(raw ?? NO_POLICY);
  if (!parsed.success) return fail({ field: parsed.error.issues[0]?.path.join('.') || 'policy' });
  const { sites = [], prompts, call } = parsed.data;
  const addresses = { sites, 'prompts.sensitive': prompts?.sensitive ?? [] };
  for (const [field, list] of Object.entries(addresses)) {
    const unusable = list.findIndex((address) => originOf(address) === null);
    if (unusable !== -1) return fail({ field: `${field}.${unusable}` });
  }
  if (call !== undefined && !(call.from <= call.until)) return fail({ field: 'call.until' });
  return succeed(parsed.data);
}

/** The origins that a policy names, without doubles. */
export function policyOrigins(policy: Policy): readonly string[] {
  const origins = (policy.sites ?? []).map(originOf).filter((origin) => origin !== null);
  return [...new Set(origins)];
}

/** The pages that an organisation marked, without what is no web address. */
export function sensitivePages({ prompts }: Policy): readonly SensitivePages[] {
  return (prompts?.sensitive ?? []).flatMap((address) => {
    const site = originOf(address);
    return site === null ? [] : [{ site, path: new URL(address).pathname }];
  });
}

/** Scheme, host and port of a web address; null for anything that no page on the web has. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
