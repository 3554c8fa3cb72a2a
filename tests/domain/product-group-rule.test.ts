import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupRulesSchema } from '../../src/catalogue/schemas/group-rules.ts';
import { parseYaml } from '../../src/catalogue/yaml-file.ts';
import { groupByRules } from '../../src/domain/product-group-rule.ts';

const yaml = parseYaml(readFileSync('content/group-rules.yaml', 'utf8'));
const RULES = groupRulesSchema.parse('value' in yaml ? yaml.value : undefined);

test.each([
  ['Nước mắm Phú Sáng', 'thuc-pham'],
  ['Chè shan tuyết Hương Thành', 'thuc-pham'],
  ['Cà phê bột Hà Chung', 'thuc-pham'],
  ['Rượu sim Đạt Thơm', 'do-uong'],
  ['Nước uống đóng chai Quang Hanh', 'do-uong'],
  ['Nón ngựa Phú Gia', 'thu-cong-my-nghe'],
  ['Cao cà gai leo Thanh Bình', 'duoc-lieu'],
])('%s belongs to %s', (name, group) => {
  expect(groupByRules(RULES, name)).toBe(group);
});

test.each(['Trà túi lọc cà gai leo Tiến Hiệp', 'Trà xạ đen Bảo Khánh', 'Nước lau sàn tinh dầu sả', 'Ngọc trai Akoya'])('%s stays without a group on purpose', (name) => {
  expect(groupByRules(RULES, name)).toBeUndefined();
});

test('words count whole and with their marks', () => {
  const rules = [{ group: 'a', words: ['chè'] }, { group: 'b', words: ['gạo nếp'] }];
  expect(groupByRules(rules, 'Mái che')).toBeUndefined();
  expect(groupByRules(rules, 'CHÈ búp')).toBe('a');
  expect(groupByRules(rules, 'Gạo  Nếp, nương'.normalize('NFD'))).toBe('b');
  expect(groupByRules(rules, 'Gạo tẻ và nếp')).toBeUndefined();
});

test('the first rule that fits decides', () => {
  const words = fc.constantFrom('rượu', 'chè', 'mật', 'nón');
  fc.assert(
    fc.property(fc.array(fc.record({ group: fc.string(), words: fc.array(words, { minLength: 1 }) })), words, (rules, word) => {
      expect(groupByRules(rules, `Sản phẩm ${word} thử`)).toBe(rules.find((rule) => rule.words.includes(word))?.group);
    }),
  );
});
