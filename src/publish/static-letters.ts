import type { IsoDate } from '../domain/calendar-day.ts';
import { textsWhere } from '../i18n/translate.ts';
import { LANGUAGES, staticLettersPath, type Language } from '../paths.ts';
import { inParts } from '../results/later-parts.ts';
import { isSuggestionsText } from '../results/make-suggestions.ts';
import type { Shipped } from '../results/shipped.ts';
import { answerLetter, answerResults } from '../results/shipped-answers.ts';
import type { ShippedLetters } from '../results/shipped-letters.ts';
import type { StaticIndex } from '../results/static-index.ts';
import { decodePlaces } from '../search/embedded/decode-places.ts';
import { openShippedSearch } from '../search/embedded/open-shipped-search.ts';
import { FIRST_LETTERS, letterQuery } from '../search/first-letters.ts';
import type { StaticFile } from './static-file.ts';

/**
 * What the first letters come to, said in advance: a first key then waits neither for the files that are searched nor for them
 * to be opened. Made by the code that a browser searches with, from the texts that it is sent (`read` gives one by its path). The
 * list offers what the whole register holds; the results are those of the head, which a browser shows first as well.
 */
export async function staticLetterFiles(index: StaticIndex, read: (path: string) => string, asOf: IsoDate): Promise<StaticFile[]> {
  const places = decodePlaces(read(index.places));
  const open = async (paths: readonly string[], isWhole: boolean): Promise<Shipped> => ({ search: await openShippedSearch(paths.map(read), places, index.groups), index, isWhole });
  const [head, whole] = [await open([index.head], false), await open([index.head, index.rest], true)];
  return LANGUAGES.flatMap((language) => [
    fileOf(staticLettersPath(language, 'list'), lettersFor(whole, language, asOf)),
    fileOf(staticLettersPath(language, 'results'), { letters: firstPartsOf(head, language, asOf) }),
  ]);
}

function lettersFor(whole: Shipped, language: Language, asOf: IsoDate): ShippedLetters {
  const letters = FIRST_LETTERS.map((text) => [text, answerLetter(whole, { text, language }, asOf)] as const);
  return { letters: Object.fromEntries(letters), texts: textsWhere(language, isSuggestionsText) };
}

/** As the server gives them, by the query of their address. */
function firstPartsOf(head: Shipped, language: Language, asOf: IsoDate): Record<string, string> {
  const queries = FIRST_LETTERS.map((letter) => letterQuery(letter, language));
  return Object.fromEntries(queries.map((query) => [query, inParts(answerResults(head, { query, language }, asOf, 'loading')).first]));
}

function fileOf(path: string, said: unknown): StaticFile {
  return { path, body: `${JSON.stringify(said)}\n` };
}
