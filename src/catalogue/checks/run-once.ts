import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RawRegister } from '../raw-register.ts';
import type { Check } from './check.ts';

/** What a rule found, and all of the register that it looked at for it. */
interface Found {
  today: IsoDate;
  seen: ReadonlyMap<string | symbol, unknown>;
  problems: Problem[];
}

const FOUND = new WeakMap<Check, Found>();

/**
 * Runs a rule, or gives what it found last time when all lists it looked at are the very same ones: most rules look at no
 * decisions, and most changes touch nothing else.
 */
export function runOnce(check: Check, register: RawRegister, today: IsoDate): Problem[] {
  const kept = FOUND.get(check);
  if (kept?.today === today && [...kept.seen].every(([key, value]) => Reflect.get(register, key) === value)) return kept.problems;
  const seen = new Map<string | symbol, unknown>();
  const watched = new Proxy(register, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      seen.set(key, value);
      return value;
    },
  });
  const problems = check.run(watched, today);
  FOUND.set(check, { today, seen, problems });
  return problems;
}
