import type { PageTools } from '@/components/sharing/page-tools';
import { copyText, downloadText, openPage } from '@/utils/platform/gesture';

/** What the composer asks of this browser. */
export const pageTools: PageTools = {
  copy: async (text) => ((await copyText(text)) ? null : { code: 'copy-refused' }),
  download: (name, text) => downloadText(name, text, 'text/plain;charset=utf-8'),
  openCommunities: () => openPage('/options.html#communities'),
};
