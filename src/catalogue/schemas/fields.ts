import { z } from 'zod';
import { isIsoDate, isPartialDate } from '../../domain/date-text.ts';

/** Fields that several records share. Shape only: references and rules are checked in `checks/`. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens');
export const text = z.string().trim().min(1);
/** In the language of the records, and in English where somebody wrote it. */
export const words = z.strictObject({ vi: text, en: text.optional() });
export const isoDate = z.string().refine(isIsoDate, 'must be a day that exists, written YYYY-MM-DD');
export const partialDate = z
  .union([z.string(), z.number().int().transform(String)])
  .refine(isPartialDate, 'must be YYYY, YYYY-MM or YYYY-MM-DD');

export const sourceSchema = z
  .strictObject({ title: text.optional(), url: z.url({ protocol: /^https?$/ }).optional(), readOn: isoDate.optional() })
  .refine((source) => source.title !== undefined || source.url !== undefined, 'needs a title or a url');

export const placeSchema = z.strictObject({
  commune: text.optional(),
  district: text.optional(),
  province: text.optional(),
});

/** `unknown` is written out, so that a forgotten issuer is an error and not a silence. */
export const issuerSchema = z.union([
  z.literal('unknown'),
  z.strictObject({ level: z.enum(['district', 'province', 'central']), name: text.optional() }),
]);

export const actKind = z.enum(['recognition', 'renewal', 'upgrade', 'downgrade', 'revocation', 're-evaluation-filed']);
export const basis = z.enum(['read', 'inferred']);
/** Shape only; that it is 3, 4 or 5 is a check with a message of its own. */
export const stars = z.number().int();
