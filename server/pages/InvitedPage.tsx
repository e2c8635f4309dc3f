/** @jsxImportSource hono/jsx */
import { ENOUGH, type GuestPractice } from '../inviting/practices';
import { Time } from './Post';
import { PracticeBody } from './Practice';
import type { PageWords } from './words';

interface InvitedProps {
  readonly words: PageWords;
  readonly community: string;
  /** Who invites; null where the link was made on the server. */
  readonly inviter: string | null;
  readonly practices: readonly GuestPractice[];
  /** Where one becomes a member; null for somebody who is one. */
  readonly join: string | null;
}

/** What a link opens: reading first; nothing is asked before the end. */
export function InvitedPage({ words, community, inviter, practices, join }: InvitedProps) {
  const { t } = words;
  return (
    <>
      <h1>
        {inviter === null
          ? t('server.invited', { community })
          : t('server.invited-by', { name: inviter, community })}
      </h1>
      <p>{t(practices.length < ENOUGH ? 'server.invited-early' : 'server.invited-about')}</p>
      {practices.map((practice) => (
        <Practice words={words} practice={practice} />
      ))}
      <section class="card">
        {join === null ? (
          <p>
            {t('server.already-member')} <a href="/">{t('server.read-on')}</a>
          </p>
        ) : (
          <>
            <p>{t('server.join-lead')}</p>
            <p>
              <a class="button" href={join}>
                {t('server.become-member')}
              </a>
            </p>
          </>
        )}
      </section>
    </>
  );
}

function Practice({ words, practice }: { words: PageWords; practice: GuestPractice }) {
  const { found, author, createdAt, thanks } = practice;
  const { title, language } = found.practice;
  return (
    <article class="card post">
      <h2 lang={language}>{title}</h2>
      <p class="byline">
        {author.name} · <Time words={words} at={createdAt} />
      </p>
      <div lang={language}>
        <PracticeBody found={found} marked={practice.marked} heading="h3" />
      </div>
      {thanks === 0 ? null : <p class="thanks">{words.t('server.thanks', { count: thanks })}</p>}
    </article>
  );
}
