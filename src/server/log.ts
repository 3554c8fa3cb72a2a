import { pino, type Logger } from 'pino';
import type { Environment } from './env.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** A database names the values of a row that it refuses; they may be somebody's. */
const VALUES_OF_ROWS = ['err.detail', 'err.where', 'err.hint', 'err.internalQuery', 'err.parameters', 'err.cause.detail'];

/** Lines of JSON on standard output; personal data never goes in. */
export function openLog(level: Environment['logLevel'], destination?: { write(line: string): void }): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: VALUES_OF_ROWS, remove: true } };
  return destination === undefined ? pino(options) : pino(options, destination);
}
