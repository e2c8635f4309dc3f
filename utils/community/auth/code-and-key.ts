import { MINUTE_MS, SECOND_MS } from '@/utils/kernel/clock';
import { newId } from '@/utils/kernel/ids';
import { fail, succeed } from '@/utils/kernel/result';
import type { FlowStart, Granted, Platform } from '../platform';
import { hostOf } from './anonymous';
import { APPLICATION_NAME } from './application';
import { queryOfReturn } from './attempt';
import type { Found } from './identify';
import { forgetPending, keepPending, type PendingSignIn } from './pending';
import type { ConnectPorts } from './ports';
import type { Outcome } from './problem';
import { isSendable } from './tokens';

const KEY_LIFE_MS = 30 * MINUTE_MS;
const LONGEST_CODE_MS = 30 * MINUTE_MS;
const SHORTEST_CODE_MS = MINUTE_MS;
const ASKED_AT_MOST_EVERY_MS = 2 * SECOND_MS;
const SLOWER_MS = 5 * SECOND_MS;

type Scope = PendingSignIn['scope'];
type Ports = Pick<ConnectPorts, 'http' | 'clock' | 'pending' | 'window' | 'bytes'>;

/** Asks the platform for a code, which the person types on its page; the sign-in waits for that. */
export async function beginCode(ports: Ports, found: Found, scope: Scope): Promise<Outcome<PendingSignIn>> {
  const { http, clock, pending } = ports;
  const detail = hostOf(found.origin);
  const flow = found.platform.deviceFlow;
  if (flow === undefined) return fail({ code: 'sign-in-failed', detail });
  const start = await newStart(ports, found, flow.prepare);
  const answer = await http(flow.begin(start), 'connect');
  if (!answer.ok) return fail({ code: 'community-unreachable', detail });
  const begun = flow.readBegun(answer.value, start);
  if (begun === null || !isAt(begun.page, found.origin)) return fail({ code: 'sign-in-failed', detail });
  const { device, code, page } = begun;
  const everyMs = between(ASKED_AT_MOST_EVERY_MS, begun.everyMs, MINUTE_MS);
  const expiresAt = clock() + between(SHORTEST_CODE_MS, begun.expiresInMs, LONGEST_CODE_MS);
  const waits = { way: 'device', page, code, device, everyMs, askAt: clock() + everyMs, expiresAt } as const;
  const begunSignIn = pendingOf(found, scope, start, waits);
  await keepPending(pending, begunSignIn, clock());
  return succeed(begunSignIn);
}

/** Makes a key pair and says on which page the person lets the platform encrypt a key for it. */
export async function beginKey(ports: Ports, found: Found, scope: Scope): Promise<Outcome<PendingSignIn>> {
  const { clock, pending } = ports;
  const flow = found.platform.keyFlow;
  const failed = fail({ code: 'sign-in-failed', detail: hostOf(found.origin) } as const);
  if (flow === undefined) return failed;
  const start = await newStart(ports, found, flow.prepare);
  const page = flow.page(start, null);
  if (!isAt(page, found.origin)) return failed;
  const expiresAt = clock() + KEY_LIFE_MS;
  const waits = { way: 'key', page, code: '', device: '', everyMs: 0, askAt: 0, expiresAt } as const;
  const begun = pendingOf(found, scope, start, waits);
  await keepPending(pending, begun, clock());
  return succeed(begun);
}

/** The same in one go, where the platform comes back to us by itself. */
export async function signInByKey(
  ports: Pick<Ports, 'window' | 'bytes'>,
  found: Found,
): Promise<Outcome<Granted>> {
  const { window } = ports;
  const detail = hostOf(found.origin);
  const failed = fail({ code: 'sign-in-failed', detail } as const);
  const flow = found.platform.keyFlow;
  if (flow === undefined) return failed;
  const start = await newStart(ports, found, flow.prepare);
  const page = flow.page(start, window.redirectUri);
  if (!isAt(page, found.origin)) return failed;
  const address = await window.launch(page);
  if (address === null) return fail({ code: 'sign-in-refused', detail });
  const returned = queryOfReturn(address, window.redirectUri);
  const payload = returned === null ? null : flow.payloadIn(returned);
  const granted = payload === null ? null : await flow.read(payload, start);
  return granted === null || !isSendable(granted.token) ? failed : succeed(granted);
}

/** How a pending sign-in goes on: what was granted, or null where the person has not done their part yet. */
export async function goOn(
  ports: Ports,
  pending: PendingSignIn,
  platform: Platform,
  pasted: string | undefined,
): Promise<Outcome<Granted | null>> {
  if (pending.granted !== undefined) return succeed(grantedOf(pending.granted));
  const granted =
    pending.way === 'key'
      ? await readPasted(pending, platform, pasted)
      : await askAboutCode(ports, pending, platform);
  if (granted.ok && granted.value !== null)
    await keepPending(ports.pending, { ...pending, granted: granted.value }, ports.clock());
  return granted;
}

async function readPasted(
  pending: PendingSignIn,
  { keyFlow }: Platform,
  pasted: string | undefined,
): Promise<Outcome<Granted | null>> {
  if (pasted === undefined) return succeed(null);
  const granted = (await keyFlow?.read(pasted.replace(/\s+/gu, ''), startOf(pending))) ?? null;
  if (granted !== null && isSendable(granted.token)) return succeed(granted);
  return fail({ code: 'key-refused', detail: hostOf(pending.base) });
}

async function askAboutCode(
  { http, clock, pending: store }: Ports,
  pending: PendingSignIn,
  { deviceFlow }: Platform,
): Promise<Outcome<Granted | null>> {
  const { id, device, askAt, everyMs } = pending;
  const detail = hostOf(pending.base);
  if (deviceFlow === undefined) return fail({ code: 'sign-in-failed', detail });
  if (askAt > clock()) return succeed(null);
  // Also where no answer comes: whoever asks again does so in good time.
  const later = (ms: number) => keepPending(store, { ...pending, everyMs: ms, askAt: clock() + ms }, clock());
  await later(everyMs);
  const start = startOf(pending);
  const answer = await http(deviceFlow.ask(start, device), 'connect');
  if (!answer.ok) return fail({ code: 'community-unreachable', detail });
  const said = await deviceFlow.readAsked(answer.value, start);
  if (answer.value.status === 429) await later(everyMs + SLOWER_MS);
  if (said === 'waiting' || (said === null && mayPass(answer.value.status))) return succeed(null);
  if (said !== null && said !== 'refused' && isSendable(said.token)) return succeed(said);
  await forgetPending(store, id, clock());
  return fail({ code: said === 'refused' ? 'sign-in-refused' : 'sign-in-failed', detail });
}

function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

async function newStart(
  { bytes }: Pick<Ports, 'bytes'>,
  { base }: Found,
  prepare: () => Promise<string>,
): Promise<FlowStart> {
  return { base, application: APPLICATION_NAME, clientId: newId(bytes), kept: await prepare() };
}

function startOf({ base, clientId, kept }: PendingSignIn): FlowStart {
  return { base, application: APPLICATION_NAME, clientId, kept };
}

type Waits = Pick<PendingSignIn, 'way' | 'page' | 'code' | 'device' | 'everyMs' | 'askAt' | 'expiresAt'>;

function pendingOf(
  { platform, base, name, version }: Found,
  scope: Scope,
  { clientId, kept }: FlowStart,
  waits: Waits,
): PendingSignIn {
  return { id: newId(), platform: platform.id, base, name, version, scope, clientId, kept, ...waits };
}

function grantedOf({ token, scopes, expiresAt }: NonNullable<PendingSignIn['granted']>): Granted {
  return {
    token,
    ...(scopes === undefined ? {} : { scopes }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

function isAt(page: string, origin: string): boolean {
  return URL.canParse(page) && new URL(page).origin === origin;
}

function between(least: number, wanted: number, most: number): number {
  return Number.isFinite(wanted) ? Math.min(most, Math.max(least, wanted)) : most;
}
