import { useEffect, useState } from 'preact/hooks';
import { currentHotkey } from '@/utils/platform/gesture';

/** The hotkey of this moment, looked up again when the person comes back: they may have changed it. Null until it is known. */
export function useHotkey(): string | null {
  const [hotkey, setHotkey] = useState<string | null>(null);
  useEffect(() => {
    const look = (): void => void currentHotkey().then(setHotkey);
    look();
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return hotkey;
}
