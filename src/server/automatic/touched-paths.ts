/** Paths below `content/` that a watcher saw change, until somebody reads the register. */
export interface TouchedPaths {
  /** `null`: something changed, and nobody knows what. */
  add(path: string | null): void;
  /** All that changed since the last time; undefined when that is not known, so that everything must be looked at. */
  take(): readonly string[] | undefined;
}

export function touchedPaths(): TouchedPaths {
  let paths = new Set<string>();
  let isComplete = true;
  return {
    add(path) {
      if (path === null) isComplete = false;
      else paths.add(path);
    },
    take() {
      const taken = isComplete && paths.size > 0 ? [...paths] : undefined;
      paths = new Set();
      isComplete = true;
      return taken;
    },
  };
}
