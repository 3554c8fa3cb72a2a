import { z } from 'zod';
import { placeSchema, slug, sourceSchema, text, words } from './fields.ts';

/** content/outlets/<id>.yaml */
export const outletSchema = z.strictObject({
  name: words,
  kind: z.enum(['shop', 'showroom', 'market', 'supermarket', 'producer']),
  place: placeSchema,
  street: text.optional(),
  point: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }).optional(),
  phone: text.optional(),
  hours: words.optional(),
  producers: z.array(slug).default([]),
  products: z.array(slug).default([]),
  pickup: z.boolean().default(false),
  sources: z.array(sourceSchema).default([]),
});

export type OutletRecord = z.infer<typeof outletSchema>;
