import { atOnce, eachInSteps, type Steps } from '../../domain/steps.ts';
import { syllablesIn } from '../syllables.ts';
import type { SearchDocument } from '../search-document.ts';
import { dictionarySteps, type Dictionary } from './dictionary.ts';
import { FIELDS, type Field } from './fields.ts';

/**
 * Texts that are searched, each once however many products share it: a row is one text of one field (a name, a producer, a
 * set of places, a kind).
 */
export interface RowIndex {
  dictionary: Dictionary;
  rowCount: number;
  /** By row. */
  fieldOf: Uint8Array;
  /** Row of a product's field at `product * FIELDS.length + field`; -1 where it has none. */
  rowsOf: Int32Array;
  /** Products that have a row, from `productStart[row]` to `productStart[row + 1]`. */
  productsOf: Int32Array;
  productStart: Int32Array;
  /** Folded ids of a row's syllables in their order, from `tokenStart[row]` to `tokenStart[row + 1]`. */
  tokens: Int32Array;
  tokenStart: Int32Array;
  /** Rows that hold a term, each once, from `postingStart[term]` to `postingStart[term + 1]`. */
  postings: Int32Array;
  postingStart: Int32Array;
}

export function buildRowIndex(documents: readonly SearchDocument[]): RowIndex {
  return atOnce(rowIndexSteps(documents));
}

/** The same in small steps, for a server that has others to answer meanwhile. */
export function* rowIndexSteps(documents: readonly SearchDocument[]): Steps<RowIndex> {
  const rowsOf = new Int32Array(documents.length * FIELDS.length).fill(-1);
  const [texts, fieldOf] = [[] as (readonly string[])[], [] as number[]];
  for (const [place, field] of FIELDS.entries()) {
    const rows = rowsByText(field, (text) => {
      fieldOf.push(place);
      return texts.push(text) - 1;
    });
    yield* eachInSteps(documents, (document, product) => {
      rowsOf[product * FIELDS.length + place] = rows(document);
    });
  }
  const indexed = yield* indexTexts(texts);
  yield;
  return { rowsOf, rowCount: texts.length, fieldOf: Uint8Array.from(fieldOf), ...productsOfRows(rowsOf, texts.length), ...indexed };
}

/** The same products in the same order, with the same texts: one index serves both, whatever else is said of them. */
export function hasSameTexts(a: readonly SearchDocument[], b: readonly SearchDocument[]): boolean {
  const isSame = (one: SearchDocument, other: SearchDocument): boolean =>
    one === other || FIELDS.every(({ texts }) => texts(one).join('\n') === texts(other).join('\n'));
  return a.length === b.length && a.every((document, place) => isSame(document, b[place] as SearchDocument));
}

function productsOfRows(rowsOf: Int32Array, rowCount: number): Pick<RowIndex, 'productsOf' | 'productStart'> {
  const productStart = new Int32Array(rowCount + 1);
  for (const row of rowsOf) if (row !== -1) productStart[row + 1] = (productStart[row + 1] as number) + 1;
  for (let row = 0; row < rowCount; row += 1) productStart[row + 1] = (productStart[row + 1] as number) + (productStart[row] as number);
  const productsOf = new Int32Array(productStart[rowCount] as number);
  const next = productStart.slice();
  rowsOf.forEach((row, place) => {
    if (row === -1) return;
    productsOf[next[row] as number] = Math.floor(place / FIELDS.length);
    next[row] = (next[row] as number) + 1;
  });
  return { productsOf, productStart };
}

/** Gives each text its row; sets that are the very same object are looked up without reading them. */
function rowsByText(field: Field, add: (text: readonly string[]) => number): (document: SearchDocument) => number {
  const byText = new Map<string, number>();
  const bySource = new Map<unknown, number>();
  return (document) => {
    const source = field.source(document);
    if (source === undefined) return -1;
    const seen = bySource.get(source);
    if (seen !== undefined) return seen;
    const text = field.texts(document);
    const key = text.join('\n');
    const row = key === '' ? -1 : (byText.get(key) ?? add(text));
    byText.set(key, row);
    bySource.set(source, row);
    return row;
  };
}

/** Texts of one row are parted by -1, so that no phrase runs from one into the next. */
function* indexTexts(texts: readonly (readonly string[])[]): Steps<Pick<RowIndex, 'dictionary' | 'tokens' | 'tokenStart' | 'postings' | 'postingStart'>> {
  const termIds = new Map<string, number>();
  const tokenStart = new Int32Array(texts.length + 1);
  const termsInOrder: number[] = [];
  yield* eachInSteps(texts, (row, place) => {
    for (const text of row) {
      for (const syllable of syllablesIn(text)) {
        const id = termIds.get(syllable) ?? termIds.size;
        if (id === termIds.size) termIds.set(syllable, id);
        termsInOrder.push(id);
      }
      termsInOrder.push(-1);
    }
    tokenStart[place + 1] = termsInOrder.length;
  });
  const dictionary = yield* dictionarySteps([...termIds.keys()]);
  const tokens = new Int32Array(termsInOrder.length);
  yield* eachInSteps(termsInOrder, (term, place) => {
    tokens[place] = term === -1 ? -1 : (dictionary.foldedOf[term] as number);
  });
  yield;
  return { dictionary, tokens, tokenStart, ...postingsOf(termsInOrder, tokenStart, termIds.size) };
}

function postingsOf(terms: readonly number[], tokenStart: Int32Array, termCount: number): Pick<RowIndex, 'postings' | 'postingStart'> {
  const lastRow = new Int32Array(termCount).fill(-1);
  const postingStart = new Int32Array(termCount + 1);
  eachOnce(terms, tokenStart, lastRow, (term) => (postingStart[term + 1] = (postingStart[term + 1] as number) + 1));
  for (let term = 0; term < termCount; term += 1) postingStart[term + 1] = (postingStart[term + 1] as number) + (postingStart[term] as number);
  const postings = new Int32Array(postingStart[termCount] as number);
  const next = postingStart.slice();
  eachOnce(terms, tokenStart, lastRow.fill(-1), (term, row) => {
    postings[next[term] as number] = row;
    next[term] = (next[term] as number) + 1;
  });
  return { postings, postingStart };
}

/** Every term of every row, each once a row, rows in order. */
function eachOnce(terms: readonly number[], tokenStart: Int32Array, lastRow: Int32Array, visit: (term: number, row: number) => void): void {
  for (let row = 0; row + 1 < tokenStart.length; row += 1) {
    for (let place = tokenStart[row] as number; place < (tokenStart[row + 1] as number); place += 1) {
      const term = terms[place] as number;
      if (term === -1 || lastRow[term] === row) continue;
      lastRow[term] = row;
      visit(term, row);
    }
  }
}
