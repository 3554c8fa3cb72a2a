import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RawRegister } from '../raw-register.ts';

/** One rule over the whole register. Finds every breach of it, not only the first. */
export interface Check {
  /** kebab-case; the name of its file and of its broken record in tests/fixtures/broken/. */
  id: string;
  /** The rule in one sentence. */
  description: string;
  /**
   * `record`: looks at one record at a time, with places, groups and rules beside it, so a record found sound stays
   * sound while it is unchanged. `register`: compares records or looks at folders, and runs over all of them each time.
   */
  reach: 'record' | 'register';
  /** `today` is the day in Việt Nam on which the register is published. */
  run(register: RawRegister, today: IsoDate): Problem[];
}

/** What was found and what to do, following the name of the field: `"x" not found in …`. */
export interface Words {
  en: string;
  vi: string;
}

/** Nothing is published while there is one. */
export function errorAt(file: string, field: string, words: Words): Problem {
  return { file, field, message: words.en, messageVi: words.vi, severity: 'error' };
}

/** Worth a look; does not stop a publish. */
export function warningAt(file: string, field: string, words: Words): Problem {
  return { ...errorAt(file, field, words), severity: 'warning' };
}
