import { useState } from 'preact/hooks';
import { useText } from '@/components/hooks/text';
import { Button } from '@/components/ui/Button';
import { Choices } from '@/components/ui/Choices';
import { Link } from '@/components/ui/Link';
import type { CommunityView, PageView } from '@/utils/messaging/views';
import type { Practice } from '@/utils/practice/practice';
import styles from './PageOffer.module.css';
import { shapeOf } from './shape';
import type { ChangePractice } from './undo';

interface PageOfferProps {
  practice: Practice;
  /** The page of the activity first, then those that the prompt named beside it. */
  pages: readonly PageView[];
  community: CommunityView | null;
  onChange: ChangePractice;
}

/** The page that the practice is about: its link can be left out; what is not in the text can be added. */
export function PageOffer({ practice, pages, community, onChange }: PageOfferProps) {
  const { t } = useText();
  const { link } = practice;
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      pages.findIndex((one) => one.link === link),
    ),
  );
  const page = pages[chosen] ?? null;
  const choose = (index: number): void => {
    const next = pages[index];
    if (page === null || next === undefined) return;
    setChosen(index);
    onChange(aboutInstead(practice, page, next, community?.scope === 'own'));
  };
  if (page === null && link === null) return null;
  const offeredLink = link === null ? (page?.link ?? null) : null;
  const offeredTitle = practice.title === '' ? (page?.title ?? '') : '';
  const caution = community === null ? t('sidebar.page-unknown') : t('sidebar.page-across');
  const heading = t(shapeOf(practice) === 'conclusion' ? 'sidebar.discussion' : 'sidebar.page');
  return (
    <section class={styles.page} aria-label={heading}>
      <h2 class={styles.title}>{heading}</h2>
      {pages.length > 1 && (
        <Choices
          legend={t('sidebar.page-choice')}
          value={String(chosen)}
          choices={pages.map(({ title }, index) => ({
            value: String(index),
            label: title || t('chip.untitled'),
          }))}
          onChange={(index) => choose(Number(index))}
        />
      )}
      {pages.length === 1 && page !== null && page.title !== '' && <p>{page.title}</p>}
      {(link ?? offeredLink) !== null && <Link href={link ?? offeredLink ?? ''}>{link ?? offeredLink}</Link>}
      {community?.scope !== 'own' && page !== null && <p class={styles.caution}>{caution}</p>}
      <div class={styles.actions}>
        {offeredTitle !== '' && (
          <Button onPress={() => onChange({ title: offeredTitle }, t('sidebar.page-title-added'))}>
            {t('sidebar.page-title-add', { title: offeredTitle })}
          </Button>
        )}
        {offeredLink !== null && (
          <Button onPress={() => onChange({ link: offeredLink }, t('sidebar.page-link-added'))}>
            {t('sidebar.page-link-add')}
          </Button>
        )}
        {link !== null && (
          <div class={styles.quiet}>
            <Button variant="quiet" onPress={() => onChange({ link: null }, t('sidebar.page-link-removed'))}>
              {t('sidebar.page-link-remove')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** What the draft took from one page it takes from the other; across organisations that is offered anew. */
function aboutInstead(practice: Practice, from: PageView, to: PageView, own: boolean): Partial<Practice> {
  const tookLink = practice.link !== null && practice.link === from.link;
  const tookTitle = practice.title !== '' && practice.title === from.title;
  return {
    ...(tookLink ? { link: own ? to.link : null } : {}),
    ...(tookTitle ? { title: own ? to.title : '' } : {}),
  };
}
