import type { Vocabulary } from '../vocabulary.ts';
import { phraseTable, type PhraseTable } from './phrase-table.ts';
import { claim, wordsLeft, type Reading } from './reading.ts';
import { mayBe } from './tokens.ts';

/** Other names of the six groups. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'thuc-pham': ['thực phẩm', 'đồ ăn', 'food', 'foods'],
  'do-uong': ['đồ uống', 'thức uống', 'nước giải khát', 'drink', 'drinks', 'beverage', 'beverages'],
  'duoc-lieu': ['dược liệu', 'sản phẩm dược liệu', 'thảo dược', 'medicinal plants', 'medicinal herbs', 'herbal medicine'],
  'thu-cong-my-nghe': ['thủ công mỹ nghệ', 'hàng thủ công mỹ nghệ', 'hàng thủ công', 'đồ thủ công', 'thủ công', 'mỹ nghệ', 'handicraft', 'handicrafts', 'crafts'],
  'sinh-vat-canh': ['sinh vật cảnh', 'cây cảnh', 'hoa cây cảnh', 'ornamental plants'],
  'du-lich': ['du lịch', 'dịch vụ du lịch', 'điểm du lịch', 'tourism', 'tours', 'travel', 'homestay', 'homestays'],
};

const SAYS_GROUP = ['nhóm', 'loại', 'group'];
const TABLES = new WeakMap<Vocabulary['groups'], PhraseTable<string>>();

/** Said to be a group, or the only thing that is left to look for, it narrows; in passing it puts the group first and its words stay. */
export function readGroups(reading: Reading): void {
  const { tokens, vocabulary, claims } = reading;
  const table = tableOf(vocabulary.groups);
  for (let place = 0; place < tokens.length; place += 1) {
    const found = table.at(tokens, place, (from, to) => isOpen(from, to));
    if (found === undefined) continue;
    const before = tokens[place - 1];
    const isSaid = before !== undefined && isOpen(place - 1, place) && SAYS_GROUP.some((word) => mayBe(before, word));
    const from = isSaid ? place - 1 : place;
    const left = wordsLeft(reading).filter((word) => claims[word] === undefined);
    const narrows = isSaid || left.every((word) => word >= from && word < found.to);
    const group = vocabulary.groups.find(({ id }) => id === found.value);
    if (group === undefined) continue;
    const filter = { groups: [group.id] };
    const meaning = { kind: 'group', key: `group:${group.id}`, label: group.name } as const;
    claim(reading, narrows ? { from, to: found.to, keepsWords: false, meaning: { ...meaning, filter } } : { from, to: found.to, keepsWords: true, meaning: { ...meaning, prefers: filter } });
    place = found.to - 1;
  }

  function isOpen(from: number, to: number): boolean {
    return claims.slice(from, to).every((claimed) => claimed === undefined);
  }
}

function tableOf(groups: Vocabulary['groups']): PhraseTable<string> {
  const kept = TABLES.get(groups);
  if (kept !== undefined) return kept;
  const table = phraseTable(groups.flatMap(({ id, name }) => [name.vi, name.en, ...(NAMES[id] ?? [])].map((phrase) => [phrase, id] as const)));
  TABLES.set(groups, table);
  return table;
}
