import { z } from 'zod';
import { isoDate, partialDate, placeSchema, slug, sourceSchema, text, words } from './fields.ts';
import { photographSchema } from './product.ts';

const stepFacts = {
  on: isoDate,
  place: placeSchema.optional(),
  placeCode: text.optional(),
  by: text.optional(),
  note: words.optional(),
  document: text.optional(),
};

/** Numbers are only asked to be above zero; whether packs are whole and weights agree is checked with messages of their own. */
const rawMaterial = {
  ...stepFacts,
  material: text,
  materialLot: text.optional(),
  kg: z.number().positive().optional(),
  growingArea: text.optional(),
  households: z.number().int().positive().optional(),
};

export const journeyStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('harvest'), ...rawMaterial }),
  z.strictObject({ kind: z.literal('purchase'), ...rawMaterial }),
  z.strictObject({
    kind: z.literal('processing'),
    ...stepFacts,
    inputs: z.array(z.strictObject({ material: text, lot: text.optional(), kg: z.number().positive() })).min(1),
    outputKg: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal('testing'), ...stepFacts, laboratory: text, number: text.optional(), result: text }),
  z.strictObject({ kind: z.literal('packing'), ...stepFacts, packs: z.number() }),
  z.strictObject({ kind: z.literal('shipping'), ...stepFacts, to: text, packs: z.number().optional() }),
]);

/** content/lots/<product>/<code>.yaml; folder and file name say which product's lot it is, and its code. */
export const lotSchema = z.strictObject({
  sku: slug,
  producedOn: partialDate.optional(),
  packedOn: partialDate.optional(),
  useBy: partialDate.optional(),
  bestBefore: partialDate.optional(),
  quantity: z.number().optional(),
  standard: text.optional(),
  steps: z.array(journeyStepSchema).default([]),
  documents: z
    .array(z.strictObject({ file: text, title: text, number: text.optional(), issuedBy: text.optional(), issuedOn: isoDate.optional() }))
    .default([]),
  photographs: z.array(photographSchema).default([]),
  serials: z.strictObject({ count: z.number().int().positive(), issuedOn: isoDate }).optional(),
  declared: z.strictObject({ by: text, on: isoDate }),
  approved: z.strictObject({ by: text, on: isoDate }).optional(),
  recall: z.strictObject({ on: isoDate, reason: words, whatToDo: words }).optional(),
  sources: z.array(sourceSchema).default([]),
});

export type LotRecord = z.infer<typeof lotSchema>;
