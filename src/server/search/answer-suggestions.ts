import { translator } from '../../i18n/translate.ts';
import type { Language } from '../../paths.ts';
import type { View } from '../../publish/view.ts';
import { makeSuggestions } from '../../results/make-suggestions.ts';
import { MOST_SUGGESTIONS, type Suggestions } from '../../results/suggestions.ts';
import { badParameters } from '../api/problem-details.ts';
import type { SiteApp } from '../http/site-app.ts';
import type { WebVisitor } from '../http/web-door.ts';
import { jsonAnswer, parameterErrors } from './answer-search.ts';
import { catalogueNames } from './catalogue-names.ts';
import { productCard } from './product-card.ts';
import type { AskSearch } from './search-asker.ts';
import type { SearchDoorParts } from './search-door.ts';
import { suggestionsAnswerSchema, suggestionsQuerySchema } from './search-schemas.ts';

/** `GET /api/search/suggestions`: what is offered while somebody types. Alcohol is never offered. */
export async function answerSuggestions({ search }: SearchDoorParts, request: Request, visitor: WebVisitor): Promise<Response> {
  const { view } = visitor.served?.app as SiteApp;
  const query = new URL(request.url).searchParams;
  const errors = parameterErrors(suggestionsQuerySchema, query);
  if (errors.length > 0) return badParameters(errors);
  const text = (query.get('q') ?? '').normalize('NFC');
  const language: Language = query.get('lang') === 'en' ? 'en' : 'vi';
  const most = Number(query.get('limit') ?? MOST_SUGGESTIONS.desktop);
  return jsonAnswer(request, suggestionsAnswerSchema.parse(await suggestionsFor(search, view, { text, language, most }, request.signal)), false);
}

export interface SuggestionsAsk {
  /** NFC. */
  text: string;
  language: Language;
  most: number;
}

export async function suggestionsFor(search: AskSearch, { catalogue, asOf }: View, { text, language, most }: SuggestionsAsk, signal?: AbortSignal): Promise<Suggestions> {
  const { understood, answer } = await search({ parameters: { text, filters: {}, page: 1, ignored: [] }, limit: Math.max(most, MOST_SUGGESTIONS.desktop), alcohol: false, asOf, facets: [] }, signal);
  const products = answer.hits.slice(0, most).flatMap(({ id }) => {
    const product = catalogue.product(id);
    return product === undefined || product.alcohol ? [] : [productCard(catalogue, product, language, asOf)];
  });
  const names = catalogueNames(catalogue, language).find(understood.readAs ?? text, most);
  return makeSuggestions({ language, t: translator(language), asOf, text, most, words: understood.words, total: answer.total, products, names });
}
