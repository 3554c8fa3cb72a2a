import { spacedTraceCode } from '../domain/trace-code.ts';
import type { TraceContext } from './trace-context.ts';

/** As people compare it with the pack: "(01) 09524000000101 (10) L-7", or "7K2M9-QX4TB / L-7". */
export function traceAddressText({ canonical }: Pick<TraceContext, 'canonical'>): string {
  const { lot } = canonical;
  if ('gtin14' in canonical) return `(01)\u00a0${canonical.gtin14}${lot === undefined ? '' : ` (10)\u00a0${lot}`}`;
  return `${spacedTraceCode(canonical.code)}${lot === undefined ? '' : ` / ${lot}`}`;
}
