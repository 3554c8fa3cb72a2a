import { z } from 'zod';
import { isoDate, slug, text, words } from './fields.ts';

/** Who sells, and what buyers must be told before they order (Consumer Law 2023, art. 37). */
export const sellerSchema = z.strictObject({
  name: text,
  taxCode: z.string().regex(/^\d{10}(-\d{3})?$/),
  address: text,
  phone: text,
  email: z.email(),
  /** Which invoices the seller gives; none when it is not said. */
  invoices: z.enum(['vat', 'sales', 'none']).default('none'),
  /** Where transfers go. `bin`: the six digits of the bank with NAPAS; `name`: of the account's owner. */
  bank: z
    .strictObject({ bin: z.string().regex(/^\d{6}$/), bank: text, account: z.string().regex(/^[0-9A-Za-z]{4,19}$/), name: text })
    .optional(),
  legal: z
    .strictObject({
      /** Giấy chứng nhận đăng ký. */
      registration: z.strictObject({ number: text, issuedOn: isoDate.optional(), issuedBy: text.optional() }).optional(),
      returns: words,
      complaints: words,
      warranty: words.optional(),
      terms: words.optional(),
    })
    .optional(),
});

/** `places`: slugs of provinces, `<province>/<commune>` for one commune, `*` for all the others. */
export const deliverySchema = z.strictObject({
  zones: z
    .array(
      z.strictObject({
        id: slug,
        name: words,
        places: z.array(z.union([slug, z.literal('*'), z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)])).min(1),
        baseDong: z.number(),
        perKgDong: z.number().default(0),
        freeFromDong: z.number().optional(),
        days: z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) }).optional(),
      }),
    )
    .default([]),
  pickup: z.array(slug).default([]),
});

/** How the shop works; what is not said has the value of the docs. */
export const shopSchema = z.strictObject({
  /** How long unpaid goods are held, and how long an order waits for its confirmation by telephone. */
  reservationMinutes: z.number().int().min(5).max(10_080).default(60),
  confirmationHours: z.number().int().min(1).max(336).default(48),
  /** Cash on delivery: open orders of one telephone number, and from which total a deposit of how many percent is asked for. */
  codLimitPerPhone: z.number().int().min(1).max(100).default(3),
  codDepositAboveDong: z.number().int().min(0).optional(),
  codDepositPercent: z.number().int().min(1).max(100).default(30),
  /** Days after an order was closed on which name, telephone and address are deleted. */
  retentionDays: z.number().int().min(1).max(3650).default(365),
  /** Stock at which the office is told. */
  lowStock: z.number().int().min(0).default(5),
});

export type Seller = z.infer<typeof sellerSchema>;
export type ShopSettings = z.infer<typeof shopSchema>;

/** content/samples/site.yaml: the fictional seller of the practice shop. */
export const practiceShopSchema = z.strictObject({ seller: sellerSchema, delivery: deliverySchema, shop: shopSchema.optional() });
