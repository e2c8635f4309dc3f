import '@/components/styles/base.css';
import { renderPage } from '@/components/hooks/render-page';
import { App } from './App';

const root = document.querySelector('#root');
if (root !== null) void renderPage(App, root, (t) => t('options.title'));
