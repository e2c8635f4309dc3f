import type { Trouble } from '@/components/ui/trouble';

/** What a person can do with a practice that has arrived. */
export interface PostActions {
  correct(entryId: string): Promise<Trouble | null>;
  withdraw(entryId: string): Promise<Trouble | null>;
  answer(entryId: string): Promise<Trouble | null>;
  shareLink(entryId: string): Promise<Trouble | null>;
  conclude(entryId: string): Promise<Trouble | null>;
  tell(entryId: string): Promise<Trouble | null>;
  shareAgain(entryId: string): Promise<Trouble | null>;
}
