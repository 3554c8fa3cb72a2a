import { z } from 'zod';
import { deliverySchema, sellerSchema, shopSchema } from './shop.ts';

/** content/site.yaml: who runs the site, and who sells, if anybody does. */
export const siteSchema = z.strictObject({
  name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  /** The office that runs the site; absent for the plain demonstration, which says so in the footer. */
  office: z
    .strictObject({
      name: z.string().min(1),
      phone: z.string().optional(),
      zalo: z.string().optional(),
      email: z.email().optional(),
      address: z.string().optional(),
    })
    .optional(),
  /** The one seller. Without one the site is a catalogue with requests. */
  seller: sellerSchema.optional(),
  delivery: deliverySchema.optional(),
  shop: shopSchema.optional(),
  /** How long telephone or mail and photograph of a report are kept after it was closed, in days; 90 when it is not said. */
  reports: z.strictObject({ keepContactDays: z.number().int().min(1).max(3650) }).optional(),
});

export type SiteSettings = z.infer<typeof siteSchema>;
