import type { ProducerKind } from '../../domain/producer.ts';
import { phraseTable } from './phrase-table.ts';
import { claim, isFree, wordsLeft, type Reading } from './reading.ts';

const KINDS: readonly (readonly [kind: ProducerKind, label: { vi: string; en: string }, phrases: readonly string[]])[] = [
  ['cooperative', { vi: 'Hợp tác xã', en: 'Cooperative' }, ['htx', 'hợp tác xã', 'cooperative', 'cooperatives']],
  ['cooperative-group', { vi: 'Tổ hợp tác', en: 'Cooperative group' }, ['tht', 'tổ hợp tác', 'cooperative group']],
  ['company', { vi: 'Doanh nghiệp', en: 'Company' }, ['công ty', 'cty', 'ct', 'ctcp', 'ct cp', 'tnhh', 'doanh nghiệp', 'dntn', 'company', 'companies', 'co ltd', 'jsc']],
  ['business-household', { vi: 'Hộ kinh doanh', en: 'Household business' }, ['hkd', 'hộ kinh doanh', 'hộ sản xuất', 'household business']],
  ['establishment', { vi: 'Cơ sở sản xuất', en: 'Establishment' }, ['cơ sở', 'cơ sở sản xuất', 'cssx', 'csxs']],
];

const TABLE = phraseTable(KINDS.flatMap(([kind, label, phrases]) => phrases.map((phrase) => [phrase, { kind, label }] as const)));
/** Parts of a legal form that follow it: "công ty trách nhiệm hữu hạn một thành viên". */
const FORMS = phraseTable(['tnhh', 'trách nhiệm hữu hạn', 'cổ phần', 'cp', 'mtv', 'một thành viên', 'ltd', 'jsc'].map((phrase) => [phrase, true] as const));

/** Puts producers of that kind first and is not looked for itself, until {@link narrowProducerKinds} knows what else was said. */
export function readProducerKinds(reading: Reading): void {
  for (let place = 0; place < reading.tokens.length; place += 1) {
    const found = TABLE.at(reading.tokens, place, (from, to) => isFree(reading, from, to));
    if (found === undefined) continue;
    let to = found.to;
    for (let form = FORMS.at(reading.tokens, to); form !== undefined && isFree(reading, to, form.to); form = FORMS.at(reading.tokens, to)) to = form.to;
    const { kind, label } = found.value;
    claim(reading, { from: place, to, keepsWords: false, meaning: { kind: 'producer-kind', key: `producer-kind:${kind}`, label, prefers: { producerKinds: [kind] } } });
    place = to - 1;
  }
}

/** Where nothing is left to look for, "hợp tác xã" asks for cooperatives and narrows; a name may be a place's ("HTX Kim Bôi"). */
export function narrowProducerKinds(reading: Reading): void {
  if (wordsLeft(reading).length > 0) return;
  reading.found = reading.found.map((found) => {
    if (found.meaning?.kind !== 'producer-kind') return found;
    const { prefers, ...meaning } = found.meaning;
    return { ...found, meaning: { ...meaning, filter: prefers } };
  });
}
