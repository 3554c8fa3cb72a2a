import { z } from 'zod';
import { isoDate, slug, words } from './fields.ts';

/** content/baskets/<id>.yaml */
export const basketSchema = z.strictObject({
  name: words,
  description: words.optional(),
  lines: z.array(z.strictObject({ sku: slug, quantity: z.number().int().min(1).max(100) })).min(1),
  priceDong: z.number(),
  packingGrams: z.number().int().min(0).max(100_000).default(0),
  from: isoDate.optional(),
  until: isoDate.optional(),
});

export type BasketRecord = z.infer<typeof basketSchema>;
