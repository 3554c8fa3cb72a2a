import { z } from 'zod';
import { isoDate, slug, words } from './fields.ts';

/** content/vouchers/<code in small letters>.yaml */
export const voucherSchema = z.strictObject({
  name: words,
  discount: z.union([
    z.strictObject({ dong: z.number() }),
    z.strictObject({ percent: z.number().int().min(1).max(100), atMostDong: z.number().optional() }),
  ]),
  products: z.array(slug).min(1).optional(),
  /** Counts for the products of an event, and on its days unless `from` and `until` say others. */
  event: slug.optional(),
  minimumDong: z.number().optional(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  limit: z.number().int().min(1).optional(),
  limitPerPhone: z.number().int().min(1).optional(),
});

export type VoucherRecord = z.infer<typeof voucherSchema>;
