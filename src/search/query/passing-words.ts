import { phraseTable } from './phrase-table.ts';
import { claim, isFree, type Reading } from './reading.ts';

const NEAR = phraseTable(['gần tôi', 'gần đây', 'gần nhà', 'quanh đây', 'quanh tôi', 'near me', 'nearby', 'around me'].map((phrase) => [phrase, true] as const));

/** Every product here is one, so these say nothing: "sản phẩm OCOP Hà Tĩnh". */
const SAYS_NOTHING = phraseTable(
  [
    'sản phẩm ocop', 'sản phẩm', 'ocop', 'đặc sản', 'hàng ocop', 'ở', 'tại', 'của', 'các', 'những', 'nào', 'các loại', 'loại nào',
    'mua', 'bán', 'giá', 'giá bán', 'giá rẻ', 'bao nhiêu', 'mua ở đâu', 'ở đâu', 'tìm', 'tìm mua', 'xem', 'cho tôi', 'cho tôi xem', 'ngon', 'ngon nhất', 'tốt nhất', 'tốt cho', 'chính gốc', 'làm quà', 'quà biếu', 'quà tặng', 'biếu tết', 'quà tết',
    'product', 'products', 'speciality', 'specialities', 'specialty', 'gift', 'gifts', 'best', 'buy', 'to buy', 'where to buy', 'where can i buy', 'show me', 'cheap', 'price', 'the', 'of', 'from', 'and', 'with', 'for', 'in',
  ].map((phrase) => [phrase, true] as const),
);

const ALCOHOL = phraseTable(['rượu', 'bia', 'wine', 'liquor', 'beer', 'spirits', 'alcohol', 'vodka'].map((phrase) => [phrase, true] as const));

export function readNear(reading: Reading): void {
  eachPhrase(reading, NEAR, (from, to) => claim(reading, {
    from, to, keepsWords: false, meaning: { kind: 'near', key: 'near', label: { vi: 'Gần tôi', en: 'Near me' } },
  }));
}

export function readNothing(reading: Reading): void {
  eachPhrase(reading, SAYS_NOTHING, (from, to, phrase) => {
    // "cua" without marks is a crab, not "của".
    if (to - from > 1 || reading.tokens[from]?.marked === phrase) claim(reading, { from, to, keepsWords: false });
  });
}

/** Says that alcohol was asked for, which is shown only after the declaration; the word is looked for as ever. */
export function readAlcohol(reading: Reading): void {
  const place = reading.tokens.findIndex((_, at) => ALCOHOL.at(reading.tokens, at) !== undefined && (reading.claims[at] === undefined || reading.claims[at].keepsWords));
  if (place === -1 || reading.options.ignored?.includes('alcohol') === true) return;
  reading.found.push({ from: place, to: place + 1, keepsWords: true, meaning: { kind: 'alcohol', key: 'alcohol', label: { vi: 'Đồ uống có cồn', en: 'Alcohol' } } });
}

function eachPhrase(reading: Reading, table: typeof NEAR, take: (from: number, to: number, phrase: string) => void): void {
  for (let place = 0; place < reading.tokens.length; place += 1) {
    const found = table.at(reading.tokens, place, (from, to) => isFree(reading, from, to));
    if (found !== undefined) take(place, found.to, found.phrase);
  }
}
