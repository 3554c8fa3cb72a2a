import { z } from 'zod';
import { slug, sourceSchema, text } from './fields.ts';

export const PRODUCER_KINDS = ['cooperative', 'cooperative-group', 'company', 'business-household', 'establishment', 'unknown'] as const;

/** content/producers/<id>.yaml */
export const producerSchema = z.strictObject({
  name: text,
  kind: z.enum(PRODUCER_KINDS),
  formerNames: z.array(text).default([]),
  contact: z
    .strictObject({
      phone: text.optional(),
      zalo: text.optional(),
      address: text.optional(),
      website: z.url().optional(),
      /** Consent of the person to publish; without it nothing of `contact` is shown. */
      consent: z.boolean(),
    })
    .optional(),
  /** Its own shops on other sites, by the name of the site. */
  shops: z.array(z.strictObject({ name: text, url: z.url({ protocol: /^https$/ }) })).optional(),
  /** Where orders are told to; never published. */
  orders: z.strictObject({ email: z.email().optional(), phone: text.optional() }).optional(),
  sources: z.array(sourceSchema).default([]),
});

export type ProducerRecord = z.infer<typeof producerSchema>;

/** content/product-groups.yaml */
export const productGroupsSchema = z.array(
  z.strictObject({ id: slug, name: z.strictObject({ vi: text, en: text }) }),
);
