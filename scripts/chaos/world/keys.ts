import { newId } from '@/utils/kernel/ids';
import type { Kin } from '../plan/scenario';

/** After so long a forgetful community makes a new post for a key that it had. */
const FORGETS_AFTER_MS = 400;

/** What becomes of idempotency keys on their way to a community that would keep them for ever. */
export class Keys {
  kin: Kin = 'keeps keys';
  readonly #underWay = new Map<string, number>();
  readonly #seen = new Map<string, { readonly as: string; readonly at: number }>();

  /** The key that the community gets; `done` is called once it has answered. */
  take(key: string, now: number): { readonly key: string; done(): void } {
    const running = this.#underWay.get(key) ?? 0;
    this.#underWay.set(key, running + 1);
    const done = (): void => void this.#underWay.set(key, (this.#underWay.get(key) ?? 1) - 1);
    return { key: this.#disguise(key, running > 0, now), done };
  }

  #disguise(key: string, isUnderWay: boolean, now: number): string {
    if (this.kin === 'ignores keys') return newId();
    if (this.kin === 'races' && isUnderWay) return newId(); // checks first and stores later: both find nothing
    if (this.kin !== 'forgets keys') return key;
    const before = this.#seen.get(key);
    if (before !== undefined && now - before.at < FORGETS_AFTER_MS) return before.as;
    const as = before === undefined ? key : newId();
    this.#seen.set(key, { as, at: now });
    return as;
  }
}
