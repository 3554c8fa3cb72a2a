import { searchApiPath, suggestionsApiPath } from '../../paths.ts';
import type { ApiOperation } from '../api/openapi.ts';
import { searchAnswerSchema, searchQuerySchema, suggestionsAnswerSchema, suggestionsQuerySchema } from './search-schemas.ts';

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
];
