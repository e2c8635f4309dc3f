import { useAsk } from '@/components/hooks/use-ask';
import { PlatformList } from './PlatformList';

/** The platforms that we speak to, once they are known: below every form that connects, which points there. */
export function Platforms() {
  const { value: platforms } = useAsk('platforms:read', {});
  return platforms === null ? null : <PlatformList platforms={platforms} />;
}
