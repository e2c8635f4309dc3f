import '@/components/styles/base.css';
import { loadWords } from '@/components/hooks/load-words';
import { renderPage } from '@/components/hooks/render-page';
import { App } from './App';
import { openDraft } from './open-draft';

/** Draws nothing at all for a page that has no ticket and no draft. */
async function start(root: Element): Promise<void> {
  const words = loadWords(); // while the draft is being read: somebody waits to type
  const opened = await openDraft(location, window.top !== window);
  if (opened.kind === 'nothing') return;
  await renderPage(
    () => <App opened={opened} />,
    root,
    (t) => t('sidebar.page-title'),
    words,
  );
}

const root = document.querySelector('#root');
if (root !== null) void start(root);
