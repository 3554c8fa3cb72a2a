import { z } from 'zod';
import { isIsoDate } from '../../domain/date-text.ts';
import { MOST_SUGGESTIONS } from '../../results/suggestions.ts';
import { PARAMETER_PATTERNS, readSearchParameters, SEARCH_NAMES, type ParameterField } from '../../search/search-parameters.ts';

const NAMES = SEARCH_NAMES.en;

/** What each parameter is and how it is written; the patterns are those that the page reads by. */
const HOW: Readonly<Record<ParameterField, string>> = {
  text: 'The text to look for, at most 200 characters',
  stars: '3, 4 or 5, several between commas',
  status: 'held (valid or expiring), valid, expiring, expired, revoked or unconfirmed, several between commas',
  groups: 'ids of product groups, several between commas',
  provinces: 'slugs of provinces of today, several between commas',
  communes: '<province slug>/<commune slug>, several between commas',
  producerKinds: 'cooperative, cooperative-group, company, business-household, establishment or unknown, several between commas',
  buyable: '1: only what can be ordered here now',
  on: 'YYYY-MM-DD: only products whose certificate holds on that day',
  near: '<latitude>,<longitude>[,<kilometres from 1 to 500>], 50 kilometres when not said',
  sort: 'relevance, stars, newest, ending, name, price or distance',
  page: 'a page from 1 to 9999',
  ignored: 'keys of meanings in `understood` to leave out, several between commas',
  chosen: 'the key of the answer to the question in `understood`',
};

const parameter = (field: ParameterField): z.ZodType<string | undefined> =>
  z.string().regex(PARAMETER_PATTERNS[field], HOW[field]).refine((text) => makesSense(field, text), HOW[field]).optional().describe(HOW[field]);

const language = z.enum(['vi', 'en'], 'vi or en').optional().describe('The language of names, labels and addresses, vi when not said: vi or en');
const limit = z.string().regex(/^(?:[1-9]\d?|100)$/, 'a whole number from 1 to 100').optional().describe('Hits on a page, 1 to 100, 24 when not said');

const SHOWN = Object.values(MOST_SUGGESTIONS).map(String);

/** The query of `GET /api/search`, every value as it stands in the address. */
export const searchQuerySchema = z.strictObject({
  ...Object.fromEntries(Object.entries(NAMES).map(([field, name]) => [name, parameter(field as ParameterField)])),
  limit,
  lang: language,
});

export const suggestionsQuerySchema = z.strictObject({ q: z.string().max(200, 'at most 200 characters').describe('What has been typed so far'), limit: limit.describe('How many suggestions in all, 1 to 100, 10 when not said'), lang: language });

const label = z.object({ vi: z.string(), en: z.string() });

/** What `GET /api/search` answers. */
export const searchAnswerSchema = z.object({
  engine: z.enum(['embedded', 'meilisearch']).describe('Which engine answered; the results are made alike'),
  total: z.int().describe('How many products fit, partial ones included, counted exactly up to 1,000'),
  understood: z
    .object({
      text: z.string(),
      readAs: z.string().optional().describe('The text as it was read when that differs: Telex or VNI left-overs, English'),
      meanings: z.array(z.object({ kind: z.string(), key: z.string().describe('For the parameter `ignore`'), typed: z.string(), label })),
      question: z.object({ typed: z.string(), choices: z.array(z.object({ key: z.string().describe('For the parameter `choose`'), label })) }).optional().describe('A former place name that fits several places; nothing is narrowed until it is answered'),
    })
    .describe('What the text was understood to mean'),
  hits: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      producer: z.string().nullable(),
      commune: z.string().nullable().describe('Of today; null while unknown or not settled'),
      province: z.string().nullable(),
      stars: z.int().nullable().describe('3, 4 or 5; null while unknown'),
      status: z.enum(['valid', 'expiring', 'expired', 'revoked', 'unconfirmed']).describe('On the day of the answer, Việt Nam time'),
      url: z.string(),
      partial: z.boolean().describe('Not every word was found in it'),
      sample: z.boolean().describe('Practice data, not real'),
    }),
  ),
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int() }))).describe('Counts of values as they would be without that field’s own filter, by parameter name'),
});

export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

const suggestion = z.object({ href: z.string(), parts: z.array(z.object({ text: z.string(), found: z.boolean() })), note: z.string().optional(), standing: z.string().optional() });

export const suggestionsAnswerSchema = z.object({
  text: z.string(),
  live: z.string(),
  groups: z.array(z.object({ kind: z.enum(['products', 'places', 'producers', 'groups']), title: z.string(), items: z.array(suggestion) })),
  all: z.object({ text: z.string(), href: z.string() }),
});

/** As many suggestions as a phone or a desktop shows, so that few kinds of answers need to be kept. */
export const firstLettersQuerySchema = z.strictObject({ limit: z.enum(SHOWN, SHOWN.join(' or ')).optional().describe(`How many suggestions for each letter, ${MOST_SUGGESTIONS.desktop} when not said: ${SHOWN.join(' or ')}`), lang: language });

export const firstLettersAnswerSchema = z.object({ letters: z.record(z.string(), suggestionsAnswerSchema).describe('What `/api/search/suggestions` answers, by the letter that was typed') });

/** Days must exist, and points must lie on the globe; the reader of addresses knows. */
function makesSense(field: ParameterField, text: string): boolean {
  if (field === 'on') return isIsoDate(text);
  return field !== 'near' || readSearchParameters(new URLSearchParams({ [NAMES.near]: text }), 'en').problems.length === 0;
}
