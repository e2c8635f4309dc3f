import { useState } from 'preact/hooks';
import { settle } from '@/components/hooks/settle';
import { useText } from '@/components/hooks/text';
import { useAsk } from '@/components/hooks/use-ask';
import { useAnnounce } from '@/components/ui/Announcer';
import type { Trouble } from '@/components/ui/trouble';
import { ask } from '@/utils/messaging/ask';
import type { FoundView, PendingView, SignInView, WayView } from '@/utils/messaging/sign-in-views';
import {
  connectCommunity,
  findCommunity,
  needsAChoice,
  type RequestOrigins,
  reasonToChoose,
  type Scope,
  signIn,
  type Typed,
} from './connect';

/** What a person does to connect, step by step. */
export interface Connecting {
  readonly found: FoundView | null;
  /** Why one has to choose among its ways, where they do not say it themselves. */
  readonly reason: Trouble | null;
  /** A sign-in that waits for the person, begun here or before. */
  readonly pending: PendingView | null;
  readonly requestOrigins: RequestOrigins;
  readonly copy: (text: string) => Promise<Trouble | null>;
  /** In one go, where that is enough; else it looks. */
  readonly connect: () => Promise<Trouble | null>;
  readonly look: () => Promise<Trouble | null>;
  readonly signIn: (way: WayView, typed: Typed) => Promise<Trouble | null>;
  readonly went: (state: SignInView) => void;
  readonly cancel: (id: string) => Promise<Trouble | null>;
  /** Another address is being typed. */
  readonly forget: () => void;
}

interface Wanted extends Pick<Connecting, 'requestOrigins' | 'copy'> {
  readonly address: string;
  readonly scope: Scope;
  readonly onConnected: () => void;
  /** What was found before; null: nothing. */
  readonly first: FoundView | null;
}

/** Leads from an address to a community. Every step begins in the click, which may ask for a permission. */
export function useConnecting(wanted: Wanted): Connecting {
  const { address, scope, onConnected, first, requestOrigins, copy } = wanted;
  const { t } = useText();
  const announce = useAnnounce();
  const { found, reason, setReason, look, forget } = useFound(address, requestOrigins, first);
  const { open, begin, leave } = usePending();

  const finish = (): void => {
    forget();
    leave();
    announce(t('options.connected'));
    onConnected();
  };
  const went = (state: SignInView): void => (state.state === 'connected' ? finish() : begin(state));
  const connect = async (): Promise<Trouble | null> => {
    const answer = await connectCommunity(address, scope, requestOrigins);
    if (answer.ok) finish();
    if (answer.ok || !needsAChoice(answer.error)) return answer.ok ? null : answer.error;
    const trouble = await look();
    setReason(reasonToChoose(answer.error));
    return trouble;
  };
  return {
    ...{ found, reason, pending: open, requestOrigins, copy, look, connect, went, forget },
    signIn: async (way, typed) => {
      if (found === null) return null;
      setReason(null);
      const answer = await signIn(found, way, { ...typed, scope }, requestOrigins);
      if (answer.ok) went(answer.value);
      return answer.ok ? null : answer.error;
    },
    cancel: async (id) => {
      leave();
      return settle(ask('community:sign-in-cancel', { id }));
    },
  };
}

/** What stands at an address, and why one has to choose among its ways. */
function useFound(address: string, requestOrigins: RequestOrigins, first: FoundView | null) {
  const [found, setFound] = useState(first);
  const [reason, setReason] = useState<Trouble | null>(null);
  const look = async (): Promise<Trouble | null> => {
    const answer = await findCommunity(address, requestOrigins);
    setReason(null);
    setFound(answer.ok ? answer.value : null);
    return answer.ok ? null : answer.error;
  };
  return { found, reason, setReason, look, forget: () => setFound(null) };
}

/** The sign-in that waits for the person: what was begun here, else what a page left behind that was closed. */
function usePending() {
  const [begun, begin] = useState<PendingView | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const { value: earlier } = useAsk('community:sign-ins', {});
  const open = begun ?? earlier?.find(({ id }) => !left.includes(id)) ?? null;
  const leave = (): void => {
    if (open !== null) setLeft([...left, open.id]);
    begin(null);
  };
  return { open, begin, leave };
}
