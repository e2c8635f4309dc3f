import type { Trouble } from '@/components/ui/trouble';

/** What a person can do with what somebody else shared or asked; what is absent cannot be done here. */
export interface SharedActions {
  answer?(sharedId: string): Promise<Trouble | null>;
  reuse?(sharedId: string): Promise<Trouble | null>;
  thank?(sharedId: string, on: boolean): Promise<Trouble | null>;
}

/** The same for a reply to a post of one's own, the post that an entry brought. */
export interface ReplyActions {
  answer?(entryId: string, postId: string): Promise<Trouble | null>;
  thank?(entryId: string, postId: string, on: boolean): Promise<Trouble | null>;
}
