import { declarationPath, firstLettersApiPath, LANGUAGES, searchApiPath, searchLettersPath, searchPartPath, searchPath, suggestionsApiPath, type Language } from '../../paths.ts';
import type { Searched } from '../empty-searches/empty-search-store.ts';
import { plainAnswer } from '../desk/private-answer.ts';
import type { WebDoor, WebVisitor } from '../http/web-door.ts';
import { problemDetails } from '../api/problem-details.ts';
import { compressed } from './compressed.ts';
import { answerDeclaration } from './answer-declaration.ts';
import { answerFirstLetters, answerFirstParts } from './answer-first-letters.ts';
import { answerSearch } from './answer-search.ts';
import { answerSuggestions } from './answer-suggestions.ts';
import type { AskSearch } from './search-asker.ts';
import { NothingServed } from './search-service.ts';
import { showPart, showResults } from './show-results.ts';
import type { SearchRate } from './search-rate.ts';

export interface SearchDoorParts {
  search: AskSearch;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Milliseconds since 1970. */
  now: () => number;
  rate: SearchRate;
  /** Told of searches that somebody meant, so that the office learns what is missing. Never rejects. */
  onSearch: (searched: Searched) => void;
  onError: (error: unknown, what: string) => void;
}

type ApiKind = 'api' | 'suggestions' | 'first-letters';
type Address = { kind: 'page' | 'part' | 'letters'; language: Language } | { kind: 'declaration'; language: Language } | { kind: ApiKind };

/** The page of results with a query, its parts while one types, the endpoint, and the declaration that opens alcohol. */
export function searchDoor(parts: SearchDoorParts): WebDoor {
  return {
    takes: (path) => ADDRESSES.has(path),
    async answer(request, visitor) {
      const found = ADDRESSES.get(new URL(request.url).pathname);
      if (found === undefined) return plainAnswer(404, 'Không có trang này.');
      const isApi = !('language' in found);
      const refusal = found.kind === 'declaration' ? undefined : refused(parts, request, visitor, isApi);
      if (refusal !== undefined) return refusal;
      try {
        return await compressed(request, await answerAt(found, parts, request, visitor));
      } catch (error) {
        if (error instanceof NothingServed) return notReady(isApi);
        throw error;
      }
    },
  };
}

const ADDRESSES: ReadonlyMap<string, Address> = new Map<string, Address>([
  [searchApiPath, { kind: 'api' }],
  [suggestionsApiPath, { kind: 'suggestions' }],
  [firstLettersApiPath, { kind: 'first-letters' }],
  ...LANGUAGES.flatMap((language): [string, Address][] => [
    [searchPath(language), { kind: 'page', language }],
    [searchPartPath(language), { kind: 'part', language }],
    [searchLettersPath(language), { kind: 'letters', language }],
    [declarationPath(language), { kind: 'declaration', language }],
  ]),
]);

function answerAt(found: Address, parts: SearchDoorParts, request: Request, visitor: WebVisitor): Promise<Response> {
  switch (found.kind) {
    case 'api':
      return answerSearch(parts, request, visitor);
    case 'suggestions':
      return answerSuggestions(parts, request, visitor);
    case 'first-letters':
      return answerFirstLetters(parts, request, visitor);
    case 'letters':
      return answerFirstParts(parts, request, visitor, found.language);
    case 'declaration':
      return answerDeclaration(parts, request, visitor, found.language);
    case 'part':
      return showPart(parts, request, visitor, found.language);
    case 'page':
      return showResults(parts, request, visitor, found.language);
  }
}

/** What can be said without searching: another method, too often, nothing to search in. */
function refused({ rate }: SearchDoorParts, { method }: Request, { address, served }: WebVisitor, isApi: boolean): Response | undefined {
  if (method !== 'GET' && method !== 'HEAD') {
    return isApi ? problemDetails(405, 'method', 'Method not allowed', 'Send a GET request.', { allow: 'GET, HEAD' }) : plainAnswer(405, 'Địa chỉ này chỉ để đọc. This address can only be read.', { allow: 'GET, HEAD' });
  }
  if (served?.app === undefined) return notReady(isApi);
  const wait = rate.wait(address);
  if (wait === undefined) return undefined;
  const retry = { 'retry-after': String(wait) };
  return isApi ? problemDetails(429, 'too-many', 'Too many searches', `Wait ${wait} seconds before the next search.`, retry) : plainAnswer(429, 'Bạn tìm quá nhanh, xin đợi ít giây. Too many searches, please wait a few seconds.', retry);
}

function notReady(isApi: boolean): Response {
  const retry = { 'retry-after': '5' };
  return isApi ? problemDetails(503, 'not-ready', 'Not ready', 'Nothing can be searched now; try again in a few seconds.', retry) : plainAnswer(503, 'Chưa tìm được lúc này, xin thử lại sau ít giây. Nothing can be searched now, please try again in a few seconds.', retry);
}
