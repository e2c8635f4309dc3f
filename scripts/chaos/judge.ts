import type { Kept } from './world/kept';

/** A post that was written, and on whose behalf. */
export interface Claim {
  readonly id: string;
  readonly reference: string;
  readonly text: string;
  readonly accountId: string;
}

/** A post as the community's own database has it. */
export interface Stored {
  readonly id: string;
  readonly accountId: string;
  readonly text: string;
}

/** What is on both sides at one moment; what the community has was read after what the extension has. */
export interface Evidence {
  readonly kept: Kept;
  /** By reference. */
  readonly stored: ReadonlyMap<string, readonly Stored[]>;
}

/** References of the posts for which something is not as promised. */
export interface Verdict {
  /** Neither in the outbox with its text nor in the community. */
  readonly lost: readonly string[];
  /** More than once in the community, or in somebody else's name. */
  readonly doubled: readonly string[];
  /** Called delivered without a receipt for a post that is there. */
  readonly falselyDelivered: readonly string[];
  /** Not called delivered. */
  readonly undelivered: readonly string[];
}

/** Judges what was promised of each post by what both databases hold. */
export function judge(claims: readonly Claim[], evidence: Evidence): Verdict {
  const where = (isWrong: (claim: Claim) => boolean): string[] =>
    claims.filter(isWrong).map(({ reference }) => reference);
  return {
    lost: where((claim) => !isStored(claim, evidence) && !isHeld(claim, evidence.kept)),
    doubled: where((claim) => isDoubled(claim, evidence)),
    falselyDelivered: where((claim) => isFalselyDelivered(claim, evidence)),
    undelivered: where((claim) => stateOf(claim, evidence.kept) !== 'delivered'),
  };
}

/** Posts that wait for the person, with a reason and their text whole. */
export function waitingForPerson(claims: readonly Claim[], { entries }: Kept): readonly Claim[] {
  return claims.filter(({ id, text }) =>
    entries.some(
      (entry) => entry.id === id && entry.state === 'parked' && entry.reason !== null && entry.text === text,
    ),
  );
}

/** Posts that are no entry yet: their Send did not come through. */
export function unsent(claims: readonly Claim[], { entries }: Kept): readonly Claim[] {
  return claims.filter(({ id }) => !entries.some((entry) => entry.id === id));
}

function storedOf({ reference }: Claim, { stored }: Evidence): readonly Stored[] {
  return stored.get(reference) ?? [];
}

function isStored(claim: Claim, evidence: Evidence): boolean {
  return storedOf(claim, evidence).some(
    ({ accountId, text }) => accountId === claim.accountId && text === claim.text,
  );
}

/** The outbox still has its words: as a draft, as an entry, or among the rows that were put aside. */
function isHeld({ id, text }: Claim, { drafts, entries, quarantine }: Kept): boolean {
  return (
    drafts.some((draft) => draft.id === id && text.includes(draft.practice.did)) ||
    entries.some((entry) => entry.id === id && entry.text === text) ||
    quarantine.some((aside) => aside.id === id && JSON.stringify(aside.row).includes(JSON.stringify(text)))
  );
}

function isDoubled(claim: Claim, evidence: Evidence): boolean {
  const stored = storedOf(claim, evidence);
  return stored.length > 1 || stored.some(({ accountId }) => accountId !== claim.accountId);
}

function isFalselyDelivered(claim: Claim, evidence: Evidence): boolean {
  const receipt = evidence.kept.receipts.find(({ entryId }) => entryId === claim.id);
  const saysSo = receipt !== undefined || stateOf(claim, evidence.kept) === 'delivered';
  if (!saysSo) return false;
  const proven = storedOf(claim, evidence).some(
    ({ id, text }) => id === receipt?.postId && text === claim.text,
  );
  return !proven;
}

function stateOf({ id }: Claim, { entries }: Kept): string | undefined {
  return entries.find((entry) => entry.id === id)?.state;
}
