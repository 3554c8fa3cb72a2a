import { setImmediate } from 'node:timers/promises';
import { FIRST_LETTERS } from '../../search/first-letters.ts';
import type { SiteApp } from '../http/site-app.ts';

/** By letter. One that nothing is said about has no entry. */
export type LetterAnswers<T> = Readonly<Record<string, T>>;

export interface KeptLetters<T> {
  /** Made when first asked for; `key` tells one kind of answer from another. Rejects as `make` does, and is then made anew. */
  of(app: SiteApp, key: string, make: (letter: string) => Promise<T | undefined>): Promise<LetterAnswers<T>>;
}

/** For as long as their app lives, which answers for one state of the register on one day. */
export function keptLetters<T>(): KeptLetters<T> {
  const kept = new WeakMap<SiteApp, Map<string, Promise<LetterAnswers<T>>>>();
  return {
    of(app, key, make) {
      const known = kept.get(app) ?? new Map<string, Promise<LetterAnswers<T>>>();
      kept.set(app, known);
      const answers = known.get(key) ?? letterByLetter(make);
      known.set(key, answers);
      answers.catch(() => known.delete(key));
      return answers;
    },
  };
}

/** Lets the server answer somebody else after each letter. */
async function letterByLetter<T>(make: (letter: string) => Promise<T | undefined>): Promise<LetterAnswers<T>> {
  const answers: Record<string, T> = {};
  for (const letter of FIRST_LETTERS) {
    const answer = await make(letter);
    if (answer !== undefined) answers[letter] = answer;
    await setImmediate();
  }
  return answers;
}
