import { z } from 'zod';
import { slug } from './fields.ts';

/** That money is whole đồng is a check with a message of its own. */
const dong = z.number();

/** content/offers/<product>.yaml: what can be bought of one product. */
export const offersSchema = z.strictObject({
  offers: z
    .array(
      z.strictObject({
        sku: slug,
        netQuantity: z.strictObject({ amount: z.number().positive(), unit: z.enum(['g', 'kg', 'ml', 'l', 'piece']) }),
        priceDong: dong,
        tiers: z.array(z.strictObject({ from: z.number().int().min(2), priceDong: dong })).default([]),
        openingStock: z.number().int().min(0),
        weightGrams: z.number().int().min(0).max(1_000_000),
        minimum: z.number().int().min(1).max(1_000).default(1),
      }),
    )
    .min(1),
});

export type OffersRecord = z.infer<typeof offersSchema>;
