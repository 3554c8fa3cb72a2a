import { searchPath, type Language } from '../paths.ts';
import { searchAddress } from './search-parameters.ts';

/** With which Vietnamese names of goods begin, most of them first. */
export const FIRST_LETTERS: readonly string[] = [...'ncmtbghkđdrsxvlpqaoi'];

/** The query in the address of what a letter finds: `?q=n`. */
export function letterQuery(letter: string, language: Language): string {
  return searchAddress({ text: letter, filters: {}, page: 1, ignored: [] }, language).slice(searchPath(language).length);
}
