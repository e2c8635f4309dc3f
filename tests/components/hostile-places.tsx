import type { ComponentChild } from 'preact';
import { CallCard } from '@/components/community/CallCard';
import { ConnectionCard } from '@/components/community/ConnectionCard';
import { News } from '@/components/community/News';
import { Responses } from '@/components/community/Responses';
import { SharedRow } from '@/components/community/SharedRow';
import { ArrivedList } from '@/components/outbox/ArrivedList';
import { DraftList } from '@/components/outbox/DraftList';
import { KeptList } from '@/components/outbox/KeptList';
import { OutboxList } from '@/components/outbox/OutboxList';
import { CallLine } from '@/components/sharing/CallLine';
import { CompassHint } from '@/components/sharing/CompassHint';
import { DeliveryState } from '@/components/sharing/DeliveryState';
import { PageOffer } from '@/components/sharing/PageOffer';
import { ProblemNotice } from '@/components/ui/ProblemNotice';
import { communityView, entryView, postView } from '../support/composer-views';
import { aPractice } from '../support/practices';
import { replyView, responseView, sharedView } from '../support/shared-views';
import { anEntry, waitingOf } from './support';

const nothing = async () => null;
const NOW = 1_800_000_000_000;
const tools = { copy: nothing, download: () => undefined, openCommunities: async () => undefined };
const actions = new Proxy({}, { get: () => nothing }) as never;

const activity = (title: string) => ({ site: 'https://wiki.stad.example', title, at: 0 }) as never;

/** Where a text of somebody else, or what a server answered, comes on the screen. */
export const PLACES: Readonly<Record<string, (text: string) => ComponentChild>> = {
  'what a colleague shared': (text) => (
    <SharedRow
      shared={sharedView({ title: text, excerpt: `${text}.`, authorName: text, url: text })}
      now={NOW}
      actions={actions}
    />
  ),
  'a reply': (text) => (
    <Responses
      response={responseView({
        title: text,
        replies: [replyView({ text, authorName: text, url: text })],
      })}
      now={NOW}
      actions={actions}
    />
  ),
  news: (text) => (
    <News
      responses={[
        responseView({
          title: text,
          thanks: 1,
          replies: [
            replyView({ text, authorName: text, kind: 'reuse' }),
            replyView({ postId: '2', authorName: text }),
          ],
        }),
      ]}
      now={NOW}
      actions={actions}
      onSeen={() => undefined}
    />
  ),
  'a hint of the compass': (text) => (
    <CompassHint
      compass={{ kind: 'helpdesk', channel: text, link: text, because: text, cues: [text] }}
      draftId="draft"
    />
  ),
  'what a server answered': (text) => <ProblemNotice problem={{ code: 'thank-failed', detail: text }} />,
  'a post that waits': (text) => (
    <OutboxList
      waiting={waitingOf(
        anEntry({
          title: text,
          text,
          state: 'parked',
          reason: 'refused',
          detail: text,
          communityName: text,
        }),
      )}
      discarded={[{ id: 'gone', title: text } as never]}
      now={NOW}
      actions={actions}
    />
  ),
  'a post that was refused': (text) => (
    <DeliveryState
      entry={entryView({ text, state: 'parked', reason: 'refused', detail: text, communityName: text })}
      tools={tools}
      framed={false}
      onDraft={() => undefined}
    />
  ),
  'a post that arrived': (text) => (
    <ArrivedList posts={[postView({ title: text, text, url: text })]} now={NOW} actions={actions} />
  ),
  'a draft': (text) => (
    <DraftList
      drafts={[{ id: 'draft', title: text, answers: null, updatedAt: 0, corrects: false } as never]}
      discarded={[]}
      now={NOW}
      actions={actions}
    />
  ),
  'what was kept': (text) => (
    <KeptList
      kept={[
        {
          promptId: 'one',
          activity: activity(text),
          sentence: text,
          reason: 'eligible',
          expiresAt: NOW,
        } as never,
      ]}
      now={NOW}
      onShare={nothing}
      onDismiss={nothing}
    />
  ),
  'the page of an activity': (text) => (
    <PageOffer
      practice={aPractice({ title: '', link: text })}
      pages={[{ title: text, link: text } as never]}
      community={null}
      onChange={() => undefined}
    />
  ),
  'a community': (text) => (
    <ConnectionCard
      communities={[communityView({ name: text, accountName: text, accountHandle: text })]}
      policyCommunity={null}
      onConnect={nothing}
    />
  ),
  'a theme': (text) => (
    <>
      <CallCard call={{ text, lastAt: NOW } as never} onWrite={nothing} />
      <CallLine call={{ text, lastAt: NOW } as never} />
    </>
  ),
};
