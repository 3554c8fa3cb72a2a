/** What is said about every first letter, known before one is typed: the first key then waits for nobody. */
export interface FirstLetters<T> {
  keep(letter: string, said: T): void;
  /** Undefined where nothing is known, or where it is old. */
  of(letter: string): T | undefined;
}

/** Certificates grow old and the office publishes: what was learnt before the last minutes is asked for again. */
const FRESH_MS = 5 * 60_000;

export function firstLetters<T>(): FirstLetters<T> {
  const kept = new Map<string, { said: T; at: number }>();
  return {
    keep: (letter, said) => void kept.set(letter, { said, at: performance.now() }),
    of(letter) {
      const known = kept.get(letter);
      return known !== undefined && performance.now() - known.at < FRESH_MS ? known.said : undefined;
    },
  };
}
