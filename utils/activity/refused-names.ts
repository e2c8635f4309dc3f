/** A name whose value must never be kept. */
const REFUSED_NAME = /pass|pwd|token|secret|nonce|tok|key|[cx]srf|session|cookie|credential/i;

/** Whether a capture, field or query of this name is refused: it could carry a secret. */
export function isRefusedName(name: string): boolean {
  return REFUSED_NAME.test(name);
}
