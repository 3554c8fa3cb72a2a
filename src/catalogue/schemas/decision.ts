import { z } from 'zod';
import { actKind, basis, isoDate, issuerSchema, partialDate, placeSchema, slug, sourceSchema, stars, text } from './fields.ts';

/** content/decisions/<year or "chua-ro">/<id>.yaml */
export const decisionSchema = z.strictObject({
  number: text.optional(),
  signedOn: isoDate.optional(),
  attestedOn: partialDate.optional(),
  issuer: issuerSchema.optional(),
  title: text.optional(),
  sources: z.array(sourceSchema).min(1),
  lines: z
    .array(
      z.strictObject({
        product: slug,
        act: actKind,
        stars: stars.optional(),
        score: z.number().min(0).max(100).optional(),
        basis,
        basisNote: slug.optional(),
        validUntil: isoDate.optional(),
        asSigned: z
          .strictObject({ name: text.optional(), producer: text.optional(), place: placeSchema.optional() })
          .optional(),
      }),
    )
    .min(1),
});

export type DecisionRecord = z.infer<typeof decisionSchema>;
