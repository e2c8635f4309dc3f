import { fail, type Result, succeed } from '@/utils/kernel/result';
import {
  DossierPatternSchema,
  type Policy,
  PolicySchema,
  PromptLimitsSchema,
  type SensitivePages,
} from './settings';

/** No policy: nobody manages this browser. */
export const NO_POLICY: Policy = {};

export interface PolicyProblem {
  /** Such as `sites.0`. */
  readonly field: string;
  /** What can still be read of what narrows prompts or guards texts: a slip elsewhere must not open what was closed. */
  readonly narrows: Policy;
}

/** Reads what an administrator set; a wrong value fails with the field's name. */
export function readPolicy(raw: unknown): Result<Policy, PolicyProblem> {
  const parsed = PolicySchema.safeParse(raw ?? NO_POLICY);
  const failed = (field: string) => fail({ field, narrows: narrowsOf(raw) });
  if (!parsed.success) return failed(parsed.error.issues[0]?.path.join('.') || 'policy');
  const { sites = [], prompts, call, destinations = [] } = parsed.data;
  const addresses = {
    sites,
    'prompts.sensitive': prompts?.sensitive ?? [],
    destinations: destinations.map(({ community, site }) => (originOf(site ?? community) && community) ?? ''),
  };
  for (const [field, list] of Object.entries(addresses)) {
    const unusable = list.findIndex((address) => originOf(address) === null);
    if (unusable !== -1) return failed(`${field}.${unusable}`);
  }
  if (call !== undefined && !(call.from <= call.until)) return failed('call.until');
  return succeed(parsed.data);
}

function narrowsOf(raw: unknown): Policy {
  const { prompts, dossierPatterns } = fieldsOf(raw);
  return { ...limitsOf(prompts), ...patternsOf(dossierPatterns) };
}

function patternsOf(patterns: unknown): Policy {
  const kept = (Array.isArray(patterns) ? patterns : []).flatMap((pattern) => {
    const read = DossierPatternSchema.safeParse(pattern);
    return read.success ? [read.data] : [];
  });
  return kept.length > 0 ? { dossierPatterns: kept } : {};
}

function limitsOf(prompts: unknown): Policy {
  const limits = Object.entries(fieldsOf(prompts)).flatMap(([name, limit]) => {
    const kept = Array.isArray(limit) ? limit.filter((one) => isLimit(name, [one])) : limit;
    return isLimit(name, kept) ? [[name, kept]] : [];
  });
  const read = PromptLimitsSchema.safeParse(Object.fromEntries(limits));
  return read.success && limits.length > 0 ? { prompts: read.data } : {};
}

function isLimit(name: string, value: unknown): boolean {
  return PromptLimitsSchema.safeParse({ [name]: value }).success;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
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
