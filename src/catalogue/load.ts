import { join } from 'node:path';
import type { IsoDate } from '../domain/calendar-day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Catalogue } from './catalogue.ts';
import { runChecks } from './checks/all.ts';
import { readRegister } from './read-register.ts';
import { buildCatalogue } from './snapshot.ts';

export interface LoadOptions {
  contentDir: string;
  /** Whether content/samples/ is part of it. */
  samples: boolean;
  /** Where parsed files are remembered between runs; nothing is remembered without it. */
  cacheDir?: string | undefined;
  /** Paths from `contentDir`: all that changed since it was read last in this process. Without them everything is looked at. */
  touched?: readonly string[] | undefined;
  /** The day against which dates are checked, in Việt Nam. */
  today: IsoDate;
}

/**
 * The only loader. Gives every problem at once, and a catalogue only when none of them is an error.
 */
export function loadCatalogue(options: LoadOptions): { catalogue?: Catalogue; problems: Problem[] } {
  const cacheFile = options.cacheDir === undefined ? undefined : join(options.cacheDir, `records-${options.samples ? 'practice' : 'real'}.v8`);
  const { register, places, problems } = readRegister(options.contentDir, { samples: options.samples, cacheFile, touched: options.touched });
  problems.push(...runChecks(register, options.today));
  const sound = problems.every((problem) => problem.severity === 'warning');
  return sound ? { catalogue: buildCatalogue(register, places), problems } : { problems };
}
