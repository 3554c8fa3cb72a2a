/** Runs one question at a time: a new one ends the one before, whose answer is never given. */
export interface Latest {
  /** Resolves with undefined when another question came in between; rejects only for the last one. */
  run<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
  stop(): void;
}

export function latestOnly(): Latest {
  let current: AbortController | undefined;
  return {
    async run(ask) {
      current?.abort();
      const mine = (current = new AbortController());
      try {
        const answer = await ask(mine.signal);
        return mine.signal.aborted ? undefined : answer;
      } catch (error) {
        if (mine.signal.aborted) return undefined;
        throw error;
      }
    },
    stop: () => current?.abort(),
  };
}
