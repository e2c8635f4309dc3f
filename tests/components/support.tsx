import { readFileSync } from 'node:fs';
import { render } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TextProvider } from '@/components/hooks/text';
import { Announcer } from '@/components/ui/Announcer';
import { entryView } from '@/tests/support/composer-views';
import { fail, succeed } from '@/utils/kernel/result';
import { type Catalogue, createText, type Text } from '@/utils/language';
import type { Language } from '@/utils/language/languages';
import type { MessageName, Problem, Replies } from '@/utils/messaging/contract';
import type { EntryView, Overview, WaitingView } from '@/utils/messaging/views';

/** A catalogue as the build ships it. */
export function catalogueOf(language: Language): Catalogue {
  return JSON.parse(readFileSync(`utils/language/texts/${language}.json`, 'utf8')) as Catalogue;
}

export function textOf(language: Language): Text {
  return createText(language, catalogueOf(language));
}

/** Something with the words of a language around it, as in a page. */
export function withWords(content: ComponentChild, language: Language = 'nl') {
  return (
    <TextProvider words={{ language, t: textOf(language) }}>
      <Announcer>{content}</Announcer>
    </TextProvider>
  );
}

/** Draws something with the words of a language around it, as a page does. */
export function draw(content: ComponentChild, language: Language = 'nl') {
  return render(withWords(content, language));
}

type Answers = { [Name in MessageName]?: Replies[Name] | { readonly problem: Problem } };

/** Stands in for the background: answers by name, and keeps what was asked. */
export function answerMessages(answers: Answers): { name: MessageName; request: unknown }[] {
  const asked: { name: MessageName; request: unknown }[] = [];
  fakeBrowser.runtime.onMessage.addListener(
    (message: { name?: MessageName; request: unknown }, _sender, reply) => {
      if (message.name === undefined) return undefined;
      asked.push({ name: message.name, request: message.request });
      const answer: unknown = answers[message.name];
      const failed = typeof answer === 'object' && answer !== null && 'problem' in answer;
      (reply as (value: unknown) => void)(failed ? fail(answer.problem) : succeed(answer ?? null));
      return true;
    },
  );
  return asked;
}

export function anEntry(changes: Partial<EntryView> = {}): EntryView {
  return entryView({
    id: 'entry-1',
    title: 'Eén map per dossier',
    text: 'Eén map per dossier\n\nWat ik deed: …',
    communityName: 'Netwerk',
    ...changes,
  });
}

/** What waits: these rows, and nothing besides. */
export function waitingOf(...rows: EntryView[]): WaitingView {
  return { rows, total: rows.length, drain: null, asked: [] };
}

export function anOverview(changes: Partial<Overview> = {}): Overview {
  return {
    version: '1.2.3',
    organisation: null,
    language: 'nl',
    site: {
      origin: 'https://wiki.stad.example',
      status: 'not-granted',
      system: null,
      chosen: false,
      tries: false,
      lastActivity: null,
    },
    sitesToAsk: [],
    policyCommunity: null,
    communities: [],
    drafts: [],
    waiting: waitingOf(),
    discarded: [],
    arrived: [],
    kept: [],
    pausedUntil: null,
    asking: { brake: null, offer: null },
    call: null,
    policyProblem: null,
    welcomed: true,
    aside: 0,
    lostAt: null,
    ...changes,
  };
}
