import { z } from 'zod';
import { actKind, basis, isoDate, issuerSchema, partialDate, placeSchema, slug, sourceSchema, stars, text, words } from './fields.ts';

export const attestationSchema = z.strictObject({
  id: slug,
  act: actKind,
  stars: stars.optional(),
  attestedOn: partialDate.optional(),
  lapsedBy: partialDate.optional(),
  issuer: issuerSchema.optional(),
  basis,
  basisNote: slug.optional(),
  sources: z.array(sourceSchema).min(1),
});

export const photographSchema = z.strictObject({
  file: text,
  alt: z.strictObject({ vi: z.string(), en: z.string().optional() }).optional(),
  credit: text.optional(),
});

export const packSchema = z.strictObject({
  sku: slug,
  label: text,
  gtin: z.string().optional(),
  traceCode: z.string().optional(),
  /** That it is a whole number of đồng is a check with a message of its own. */
  priceDong: z.number().optional(),
  coveredByDecision: z.enum(['yes', 'no', 'unknown']).default('unknown'),
  declared: z.strictObject({ by: text, on: isoDate }).optional(),
});

export const declarationSchema = z.strictObject({
  brand: text.optional(),
  model: text.optional(),
  standard: text.optional(),
  origin: words.optional(),
  placeCode: text.optional(),
  papers: z
    .array(z.strictObject({ name: text, number: text.optional(), issuedBy: text.optional(), validUntil: isoDate.optional() }))
    .default([]),
  ingredients: words.optional(),
  storage: words.optional(),
  warnings: words.optional(),
  declared: z.strictObject({ by: text, on: isoDate }),
});

/** content/products/<id>/product.yaml */
export const productSchema = z.strictObject({
  name: text,
  nameEn: text,
  producer: slug.optional(),
  group: slug.optional(),
  /** `read` when a source names the group; `inferred` when content/group-rules.yaml does. */
  groupBasis: basis.optional(),
  drawing: slug,
  alcohol: z.boolean().default(false),
  place: placeSchema.default({}),
  placeEra: z.enum(['before-2025-07-01', 'current']).default('current'),
  attestations: z.array(attestationSchema).default([]),
  photographs: z.array(photographSchema).default([]),
  packs: z.array(packSchema).default([]),
  story: words.optional(),
  declaration: declarationSchema.optional(),
  sources: z.array(sourceSchema).default([]),
  confidence: z.enum(['high', 'medium']).default('high'),
});

export type ProductRecord = z.infer<typeof productSchema>;

/** A record that left its address: `moved: <id>` or `split: [<id>, …]`, and nothing else. */
export const movedSchema = z.union([
  z.strictObject({ moved: slug }),
  z.strictObject({ split: z.array(slug).min(2) }),
]);
