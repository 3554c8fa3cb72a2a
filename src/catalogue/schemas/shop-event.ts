import { z } from 'zod';
import { isoDate, placeSchema, slug, sourceSchema, words } from './fields.ts';

/** content/events/<id>.yaml */
export const shopEventSchema = z.strictObject({
  name: words,
  description: words.optional(),
  from: isoDate,
  until: isoDate,
  place: placeSchema,
  outlet: slug.optional(),
  products: z.array(slug).default([]),
  url: z.url({ protocol: /^https?$/ }).optional(),
  sources: z.array(sourceSchema).default([]),
});

export type ShopEventRecord = z.infer<typeof shopEventSchema>;
