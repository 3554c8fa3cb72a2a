import { firstLettersApiPath, searchApiPath, suggestionsApiPath } from '../../paths.ts';
import type { ApiOperation } from '../api/openapi.ts';
import { firstLettersAnswerSchema, firstLettersQuerySchema, searchAnswerSchema, searchQuerySchema, suggestionsAnswerSchema, suggestionsQuerySchema } from './search-schemas.ts';

const PROBLEMS = { 400: 'A parameter cannot be read; it is named', 405: 'Another method than GET', 429: 'Too many searches from one network; Retry-After says when to go on', 503: 'Nothing is published yet, or the records on disk are not the published ones' };

export const SEARCH_OPERATIONS: readonly ApiOperation[] = [
  {
    method: 'get',
    path: searchApiPath,
    operationId: 'search',
    summary: 'Search the register',
    description: 'Finds products by name, producer, place of today or before, star level; with or without Vietnamese marks, in English, with typing errors. Alcohol is left out.',
    query: searchQuerySchema,
    answer: { schema: searchAnswerSchema, description: 'Products that fit, best first. The entity tag changes with what is published.' },
    problems: PROBLEMS,
  },
  {
    method: 'get',
    path: suggestionsApiPath,
    operationId: 'suggest',
    summary: 'Suggest while somebody types',
    query: suggestionsQuerySchema,
    answer: { schema: suggestionsAnswerSchema, description: 'Products, places, producers and groups' },
    problems: PROBLEMS,
  },
  {
    method: 'get',
    path: firstLettersApiPath,
    operationId: 'suggestForFirstLetters',
    summary: 'Suggest for every first letter at once',
    description: 'What a search field asks for when the cursor enters it, so that the first letter is answered without a network.',
    query: firstLettersQuerySchema,
    answer: { schema: firstLettersAnswerSchema, description: 'Suggestions by letter. The entity tag changes with what is published.' },
    problems: PROBLEMS,
  },
];
