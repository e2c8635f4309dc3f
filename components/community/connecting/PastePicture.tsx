import { useText } from '@/components/hooks/text';
import styles from './connecting.module.css';

/** Three small scenes: a page with a key on it, the key taken along, the key in a field. Its words stand beside it. */
export function PastePicture() {
  const { t } = useText();
  return (
    <svg class={styles.picture} viewBox="0 0 300 84" role="img" aria-label={t('connect.guide-picture')}>
      <g fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">
        <rect x="4" y="8" width="76" height="68" rx="5" />
        <path d="M4 22h76M12 34h32M12 44h24" />
        <circle cx="10" cy="15" r="1.5" />
        <circle cx="16" cy="15" r="1.5" />
        <path d="M90 42h22m-7-6 7 6-7 6M190 42h22m-7-6 7 6-7 6" />
        <rect x="126" y="14" width="40" height="50" rx="4" />
        <path d="M138 14v-4h16v4M134 28h24M134 54h16" />
        <rect x="220" y="28" width="76" height="28" rx="5" />
        <path d="M288 35v14" />
      </g>
      <g class={styles.key} fill="none" stroke-width="3" stroke-linecap="round">
        <path d="M20 55a5 5 0 1 0 .01 0M25 60h24m-4 0v5m-8-5v4" />
        <path d="M138 36a5 5 0 1 0 .01 0M143 41h14m-4 0v4" />
        <path d="M236 37a5 5 0 1 0 .01 0M241 42h26m-4 0v5m-8-5v4" />
      </g>
    </svg>
  );
}
