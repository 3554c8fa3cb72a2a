import { watch } from 'node:fs';
import { contentState } from './content-state.ts';
import { isEditorFile } from './editor-file.ts';
import { savesTogether } from './saves-together.ts';
import type { Timers } from './timers.ts';

export interface WatchContentOptions {
  contentDir: string;
  timers: Timers;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called once for saves that come together. */
  onSaved: () => void;
  /** Told at once of every change, by its path from `contentDir`; `null` when only looking found that there was one. */
  onTouched?: (path: string | null) => void;
  /** Watching failed (too many folders for the system, a network share): from now on the folder is only looked at. */
  onFallback?: (error: unknown) => void;
  /** Asks the system to report changes below a folder. */
  watchFolder?: WatchFolder;
}

export type WatchFolder = (folder: string, onChange: (path: string | null) => void, onError: (error: unknown) => void) => { close(): void };

/** How often the folder is looked at: when nothing reports changes, and as a net below what does (queues overflow). */
export const LOOK_MS = { alone: 2_000, asNet: 60_000 } as const;

/** Looking takes at most this share of the time, however large the register is. */
const MOST_OF_TIME = 1 / 20;

/** Reports saved records below `content/` until it is closed. Changes while it opens are reported, too. */
export function watchContent(options: WatchContentOptions): { close(): void } {
  const { contentDir, timers, now, watchFolder = recursively } = options;
  const together = savesTogether(timers, now, options.onSaved);
  const saved = (path: string | null): void => {
    options.onTouched?.(path);
    together.saved();
  };
  let interval: number = LOOK_MS.asNet;
  let closed = false;
  let looking = false;
  let stopTimer = (): void => undefined;
  let known: string | undefined;

  const look = async (): Promise<void> => {
    looking = true;
    const started = now();
    // A folder that cannot be read at this moment is read at the next.
    const state = await contentState(contentDir).catch(() => known);
    looking = false;
    if (closed) return;
    if (known !== undefined && state !== known) saved(null);
    known = state;
    const took = Math.max(0, now() - started);
    stopTimer = timers.after(Math.max(interval, took / MOST_OF_TIME), () => void look());
  };

  const fallBack = (error: unknown): void => {
    if (interval === LOOK_MS.alone) return;
    interval = LOOK_MS.alone;
    options.onFallback?.(error);
    if (looking) return;
    stopTimer();
    void look();
  };
  const watcher = attempt(
    () => watchFolder(contentDir, (path) => (path !== null && isEditorFile(path) ? undefined : saved(path)), fallBack),
    fallBack,
  );
  if (interval === LOOK_MS.asNet) void look();

  return {
    close() {
      closed = true;
      stopTimer();
      together.stop();
      watcher?.close();
    },
  };
}

const recursively: WatchFolder = (folder, onChange, onError) => {
  const watcher = watch(folder, { recursive: true, persistent: false }, (_event, path) => onChange(path));
  watcher.on('error', (error) => {
    watcher.close();
    onError(error);
  });
  return watcher;
};

function attempt<T>(work: () => T, onError: (error: unknown) => void): T | undefined {
  try {
    return work();
  } catch (error) {
    onError(error);
    return undefined;
  }
}
