import { z } from 'zod';
import { PAYMENT_METHODS } from '../../domain/order.ts';
import { isIsoDate } from '../../domain/date-text.ts';

const line = (most: number) => z.string().trim().max(most);
const day = z.string().refine(isIsoDate, 'must be a day that exists, written YYYY-MM-DD');

const place = {
  province: line(80).describe('Code, slug or name of a province, of today or of before 01/07/2025'),
  commune: line(120).describe('Code or name of a commune, of today or of before 01/07/2025'),
  district: line(120).optional().describe('Only in addresses of before 01/07/2025'),
  street: line(300).describe('House, street, hamlet'),
};

/**
 * What is asked for when something is ordered: packs and quantities, never a price. Unknown fields, prices among them, are
 * ignored. Whether a telephone or a place is one is found out later, with words for whoever typed it.
 */
export const orderRequestSchema = z
  .object({
    lines: z
      .array(z.object({ sku: z.string().min(1).max(120).describe('SKU of a pack, or id of a gift basket'), quantity: z.int() }))
      .max(200)
      .describe('What is wanted'),
    voucher: line(60).optional(),
    buyer: z.object({ name: line(200), phone: line(40), email: line(200).optional(), note: line(1000).optional() }),
    invoice: z.object({ company: line(300), taxCode: line(20), address: line(400), email: line(200).optional() }).optional(),
    delivery: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('home'), ...place }),
      z.object({ kind: z.literal('hotel'), ...place, hotel: line(200), guest: line(200).optional(), checkIn: day.optional(), checkOut: day.optional() }),
      z.object({ kind: z.literal('pickup'), outlet: line(120).describe('Id of an outlet') }),
    ]),
    payment: z.enum(PAYMENT_METHODS as unknown as ['cod', 'vietqr', 'stripe', 'practice']),
    language: z.enum(['vi', 'en']).default('vi'),
    totalDong: z.int().describe('The total that the buyer saw and agrees to, in whole đồng; another one by now is answered with 409'),
  })
  .describe('An order');

export type OrderRequest = z.infer<typeof orderRequestSchema>;

/** The same request always has the same text, whatever the order of its fields; two different ones never. */
export function requestText(request: OrderRequest): string {
  return JSON.stringify(request, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
