import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '@/utils/kernel/result';
import { ask } from '@/utils/messaging/ask';
import type { Problem } from '@/utils/messaging/contract';
import type { Picture, Practice } from '@/utils/practice/practice';
import { redraw } from './redraw';

export const MOST_PICTURES = 4;

/** What is said about the last file: it is being drawn, was no picture, is one too many, or what went wrong. */
export type PictureNews =
  | { readonly kind: 'idle' | 'working' | 'none' | 'enough' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface Removed {
  readonly picture: Picture;
  readonly index: number;
}

interface PicturesOrders {
  readonly draftId: string;
  readonly pictures: readonly Picture[];
  readonly onChange: (change: Pick<Practice, 'pictures'>) => void;
  /** `number`: which one it is, from 1. */
  readonly onAdded: (number: number) => void;
}

/** The pictures of one draft: each is on disk before the text names it, so that no saved text names one that is not. */
export function usePictures({ draftId, pictures, onChange, onAdded }: PicturesOrders) {
  const [news, setNews] = useState<PictureNews>({ kind: 'idle' });
  const [removed, setRemoved] = useState<Removed | null>(null);
  const thumbnails = useRef(new Map<string, string>());
  const latest = useRef(pictures);
  latest.current = pictures;
  const change = (next: Picture[]): void => {
    latest.current = next; // a second file may come before the next drawing
    onChange({ pictures: next });
  };

  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return setNews({ kind: 'none' });
    setNews({ kind: 'working' });
    setRemoved(null);
    for (const file of files) {
      if (latest.current.length >= MOST_PICTURES) return setNews({ kind: 'enough' });
      const kept = await keep(draftId, file);
      if (!kept.ok) return setNews({ kind: 'failed', problem: kept.error });
      thumbnails.current.set(kept.value.id, kept.value.dataUrl);
      change([...latest.current, { id: kept.value.id, description: '' }]);
      onAdded(latest.current.length);
    }
    setNews({ kind: 'idle' });
  };
  const describe = (id: string, description: string): void =>
    change(latest.current.map((picture) => (picture.id === id ? { id, description } : picture)));
  const remove = (picture: Picture): void => {
    setRemoved({ picture, index: latest.current.indexOf(picture) });
    change(latest.current.filter(({ id }) => id !== picture.id));
    setNews({ kind: 'idle' });
  };
  const undo = (): void => {
    if (removed === null) return;
    change(latest.current.toSpliced(removed.index, 0, removed.picture));
    setRemoved(null);
  };
  return { news, removed, thumbnails: thumbnails.current, add, describe, remove, undo };
}

interface Kept {
  readonly id: string;
  readonly dataUrl: string;
}

async function keep(draftId: string, file: Blob): Promise<Result<Kept, Problem>> {
  const drawn = await redraw(file);
  if (!drawn.ok) return drawn;
  const base64 = drawn.value.slice(drawn.value.indexOf(',') + 1);
  const added = await ask('picture:add', { draftId, base64 });
  return added.ok ? { ok: true, value: { id: added.value.pictureId, dataUrl: drawn.value } } : added;
}

/** Files that are pasted or dropped anywhere on this page; a text that is pasted stays what it is. */
export function useBroughtFiles(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const onPaste = (event: ClipboardEvent): void => {
      const files = picturesIn(event.clipboardData);
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      latest.current(files);
    };
    const onDrag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault(); // else the browser would leave the text and open the file
      latest.current(picturesIn(event.dataTransfer));
    };
    document.addEventListener('paste', onPaste, { signal });
    document.addEventListener('dragover', onDrag, { signal });
    document.addEventListener('drop', onDrop, { signal });
    return () => life.abort();
  }, []);
}

function picturesIn(brought: DataTransfer | null): File[] {
  return [...(brought?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}
