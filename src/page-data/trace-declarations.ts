import { formatDate } from '../i18n/format-date.ts';
import type { TraceContext } from './trace-context.ts';

interface Declared {
  by: string;
  on: string;
}

/** "HTX Mẫu khai báo 01/11/2026". */
export function declaredBy(declared: Declared | undefined, { text, t }: Pick<TraceContext, 'text' | 't'>): string | undefined {
  return declared && t('product.declaredBy', { by: declared.by, date: formatDate(declared.on, text) });
}

/** Each declaration that the page rests on, in a sentence. */
export function declarations({ product, pack, lot, text, t }: TraceContext): string[] {
  const sentence = (what: 'pack' | 'product' | 'lot' | 'approved', declared: Declared | undefined): string[] =>
    declared === undefined ? [] : [t(`trace.declared.${what}`, { by: declared.by, date: formatDate(declared.on, text) })];
  return [
    ...sentence('lot', lot?.declared),
    ...sentence('approved', lot?.approved),
    ...sentence('product', product.declaration?.declared),
    ...sentence('pack', pack.declared),
    t('trace.declared.read'),
  ];
}
