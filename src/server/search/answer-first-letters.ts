import { letterQuery } from '../../search/first-letters.ts';
import { searchPartPath, type Language } from '../../paths.ts';
import { MOST_SUGGESTIONS, type Suggestions } from '../../results/suggestions.ts';
import { badParameters } from '../api/problem-details.ts';
import type { SiteApp } from '../http/site-app.ts';
import type { WebVisitor } from '../http/web-door.ts';
import { jsonAnswer, parameterErrors } from './answer-search.ts';
import { suggestionsFor } from './answer-suggestions.ts';
import { isDeclared } from './declaration.ts';
import { keptLetters } from './kept-letters.ts';
import type { SearchDoorParts } from './search-door.ts';
import { firstLettersAnswerSchema, firstLettersQuerySchema } from './search-schemas.ts';
import { firstPartFor } from './show-results.ts';

const keptSuggestions = keptLetters<Suggestions>();
const keptParts = keptLetters<string>();

/** `GET /api/search/first-letters`: what is offered for every first letter, so that a page need not ask once it is typed. */
export async function answerFirstLetters({ search }: SearchDoorParts, request: Request, visitor: WebVisitor): Promise<Response> {
  const app = visitor.served?.app as SiteApp;
  const query = new URL(request.url).searchParams;
  const errors = parameterErrors(firstLettersQuerySchema, query);
  if (errors.length > 0) return badParameters(errors);
  const language: Language = query.get('lang') === 'en' ? 'en' : 'vi';
  const most = Number(query.get('limit') ?? MOST_SUGGESTIONS.desktop);
  const letters = await keptSuggestions.of(app, `${language}${most}`, (text) => suggestionsFor(search, app.view, { text, language, most }));
  return jsonAnswer(request, firstLettersAnswerSchema.parse({ letters }), false);
}

/** The first of the results for every first letter, as markup by the query of its address; nothing to whoever declared to see alcohol, which is never kept. */
export async function answerFirstParts(parts: SearchDoorParts, request: Request, visitor: WebVisitor, language: Language): Promise<Response> {
  if (isDeclared(request)) return new Response(null, { status: 204, headers: { 'cache-control': 'private, no-store' } });
  const found = await keptParts.of(visitor.served?.app as SiteApp, language, (letter) => firstPartFor(parts, new Request(new URL(searchPartPath(language) + letterQuery(letter, language), request.url)), visitor, language));
  return jsonAnswer(request, { letters: Object.fromEntries(Object.entries(found).map(([letter, part]) => [letterQuery(letter, language), part])) }, false);
}
