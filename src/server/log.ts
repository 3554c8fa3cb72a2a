import { pino, type Logger } from 'pino';
import type { Environment } from './env.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Lines of JSON on standard output; personal data never goes in. */
export function openLog(level: Environment['logLevel']): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
