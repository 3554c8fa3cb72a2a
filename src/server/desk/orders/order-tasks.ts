import type { OrderTask } from '../../../publish/desk-shop/order-task.ts';
import type { OrderTaskRow } from '../../db/order-tables.ts';

interface Detail {
  because?: string;
  words?: string;
  account?: string;
  reference?: string;
  currency?: string;
  producer?: string;
}

export function taskOf(row: OrderTaskRow, number: string | undefined): OrderTask {
  const { because, words, account, reference, currency, producer } = detailOf(row.detail);
  const known = [account, reference, currency].filter((text) => text !== undefined).join(' · ');
  return {
    id: row.id,
    kind: row.kind,
    ...(number !== undefined && { order: number }),
    at: Date.parse(row.at),
    ...(row.amount_dong !== null && { dong: row.amount_dong }),
    ...(because !== undefined && { because }),
    ...(words !== undefined && { words }),
    ...(known !== '' && { reference: known }),
    ...(producer !== undefined && { producer }),
    ...(row.done_at !== null && { done: { by: row.done_by ?? '', at: Date.parse(row.done_at), ...(row.done_why !== null && { why: row.done_why }) } }),
  };
}

/** Tasks of orders carry JSON or nothing; anything else is only a word. */
function detailOf(detail: string | null): Detail {
  if (detail === null) return {};
  try {
    const parsed: unknown = JSON.parse(detail);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Detail) : {};
  } catch {
    return { words: detail };
  }
}
