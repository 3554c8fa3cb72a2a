import { expect, test } from 'vitest';
import { understand } from '../../src/search/understand.ts';
import type { Meaning, UnderstandOptions } from '../../src/search/understood.ts';
import { openRealRegister } from './real-register.ts';

const { vocabulary } = openRealRegister();
const read = (text: string, options?: UnderstandOptions) => understand(text, vocabulary, options);
const words = (text: string): string => read(text).words.map(({ marked }) => marked).join(' ');
const keys = (text: string): string[] => read(text).meanings.map(({ key }) => key);
const only = (text: string): Meaning => read(text).meanings[0] as Meaning;
const alternatives = (text: string): string[] => read(text).words.flatMap((word) => word.alternatives.map(({ folded }) => folded));

test.each([
  ['nuowcs mawms', 'nước mắm'], ['ma65t ong', 'mật ong'], ['ruwowju sim', 'rượu sim'], ['nu7o7c1 ma8m1', 'nước mắm'], ['ddoong trungf haj thaor', 'đông trùng hạ thảo'],
  ['giof luaj', 'giò lụa'], ['caf phee', 'cà phê'], ['to3i d9en', 'tỏi đen'],
])('%s is left over from typing %s', (text, meant) => {
  expect(words(text)).toBe(meant);
  expect(read(text)).toMatchObject({ hasMarks: true, readAs: meant });
});

test('words of the register and what makes no sense stay as typed', () => {
  for (const text of ['coffee', 'super green', 'st25', 'qwerty', 'farm', '2394', 'dori', 'akoya']) {
    expect(words(text)).toBe(text);
    expect(read(text).words.every(({ marked, folded }) => marked === folded)).toBe(true);
  }
});

test.each([
  ['4 sao', [4]], ['bốn sao', [4]], ['ocop 5 sao', [5]], ['5 star', [5]], ['5sao', [5]], ['nam sao', [5]], ['từ 4 sao', [4, 5]], ['3 sao trở lên', [3, 4, 5]], ['hạng 4 sao', [4]],
])('%s narrows to the stars %j', (text, stars) => {
  expect(only(text)).toMatchObject({ kind: 'stars', typed: text, filter: { stars } });
  expect(words(text)).toBe('');
});

test('one and two stars carry no certificate and stay words', () => {
  expect(keys('2 sao')).toEqual([]);
  expect(words('2 sao')).toBe('2 sao');
});

test.each([['còn hạn', 'held'], ['hết hạn', 'expired'], ['sắp hết hạn', 'expiring'], ['valid', 'held'], ['con hieu luc', 'held'], ['bị thu hồi', 'revoked']])('%s is the status %s', (text, status) => {
  expect(only(`mật ong ${text}`)).toMatchObject({ kind: 'status', filter: { status: [status] } });
  expect(words(`mật ong ${text}`)).toBe('mật ong');
});

test.each([['mật ong 500ml', '500ml'], ['nước mắm 0,5 lít', '0.5l'], ['nửa ký tỏi đen', '0.5kg'], ['gạo 5 kg', '5kg'], ['trà hộp 20 gói', '20goi']])('%s asks for a quantity without making it a condition', (text, quantity) => {
  const [meaning] = read(text).meanings;
  expect(meaning).toMatchObject({ kind: 'quantity', key: `quantity:${quantity}` });
  expect(meaning?.filter).toBeUndefined();
  expect(words(text)).not.toMatch(/\d/);
});

test('a name after its kind of unit narrows, a bare one puts what lies there first and stays a word', () => {
  expect(only('mật ong tỉnh Hà Tĩnh')).toMatchObject({ key: 'place:ha-tinh', filter: { provinces: ['ha-tinh'] } });
  expect(words('mật ong tỉnh Hà Tĩnh')).toBe('mật ong');
  expect(only('mật ong Hà Tĩnh')).toMatchObject({ key: 'place:ha-tinh', prefers: { provinces: ['ha-tinh'] } });
  expect(words('mật ong Hà Tĩnh')).toBe('mật ong hà tĩnh');
});

test.each([
  ['tỉnh Quảng Bình', { districts: ['quang-binh'] }],
  ['tỉnh Quảng Trị', { provinces: ['quang-tri'] }],
  ['huyện Quảng Ninh', { districts: ['quang-binh/huyen-quang-ninh'] }],
  ['H. Cẩm Xuyên', { districts: ['ha-tinh/huyen-cam-xuyen'] }],
  ['TX Hương Trà', { districts: ['hue/thi-xa-huong-tra'] }],
  ['quận 1', { districts: ['ho-chi-minh/quan-1'] }],
  ['xã Cẩm Nhượng', { communes: ['ha-tinh/thien-cam'] }],
  ['xa cam nhuong', { communes: ['ha-tinh/thien-cam'] }],
  ['xã Cẩm Mỹ, Hà Tĩnh', { communes: ['ha-tinh/cam-due'] }],
  ['phường Đại Nài', { communes: ['ha-tinh/thanh-sen', 'ha-tinh/ha-huy-tap'] }],
])('%s is today %j', (text, filter) => {
  expect(only(text).filter).toEqual(filter);
});

test('an old name that fits two provinces is asked about, and nothing is narrowed until the answer', () => {
  const asked = read('rượu sim xã Cẩm Mỹ');
  expect(asked.question?.choices.map(({ label }) => label.vi)).toEqual(['Xã Cẩm Mỹ, Đồng Nai', 'Xã Cẩm Mỹ (cũ), nay xã Cẩm Duệ, Hà Tĩnh']);
  expect(asked.meanings.filter(({ filter }) => filter !== undefined)).toEqual([]);
  const answered = read('rượu sim xã Cẩm Mỹ', { chosen: 'place:ha-tinh/cam-due' });
  expect(answered.question).toBeUndefined();
  expect(answered.meanings.find(({ kind }) => kind === 'place')?.filter).toEqual({ communes: ['ha-tinh/cam-due'] });
  expect(answered.words.map(({ marked }) => marked)).toEqual(['rượu', 'sim']);
});

test('words for a kind of unit mean nothing of it where no name follows', () => {
  for (const text of ['tinh dầu sả', 'tinh dau', 'xa den', 'trà xạ đen', 'tinh bot nghe', 'quan ho', 'phuong phap']) {
    expect(read(text).meanings.filter(({ kind }) => kind === 'place')).toEqual([]);
    expect(words(text)).toBe(text);
  }
});

test('names that overlap are not both meant', () => {
  expect(keys('cẩm mỹ hà tĩnh')).toEqual(['place:ha-tinh/cam-due', 'place:ha-tinh']);
});

test('a group alone or called one narrows, in passing it goes first', () => {
  expect(only('đồ uống')).toMatchObject({ key: 'group:do-uong', filter: { groups: ['do-uong'] } });
  expect(only('nhóm đồ uống')).toMatchObject({ typed: 'nhóm đồ uống', filter: { groups: ['do-uong'] } });
  expect(only('handicrafts')).toMatchObject({ filter: { groups: ['thu-cong-my-nghe'] } });
  expect(only('dược liệu an xuân')).toMatchObject({ key: 'group:duoc-lieu', prefers: { groups: ['duoc-lieu'] } });
});

test('the kind of producer goes first and is no word; alone it narrows', () => {
  expect(read('CTCP Kim Bôi').meanings[0]).toMatchObject({ kind: 'producer-kind', prefers: { producerKinds: ['company'] } });
  expect(words('công ty trách nhiệm hữu hạn một thành viên Từ Phong')).toBe('từ phong');
  expect(only('hợp tác xã')).toMatchObject({ filter: { producerKinds: ['cooperative'] } });
  expect(read('HTX Bình An').question).toBeUndefined();
});

test('near me waits for a place, alcohol is told', () => {
  expect(only('mật ong gần tôi')).toMatchObject({ kind: 'near', typed: 'gần tôi' });
  expect(read('rượu sim').meanings.map(({ kind }) => kind)).toEqual(['alcohol']);
  expect(words('rượu sim')).toBe('rượu sim');
});

test('English, the regions and the ear give other words', () => {
  expect(read('fish sauce').words).toEqual([{ marked: 'fish sauce', folded: 'fish sauce', isPrefix: true, alternatives: [{ folded: 'nuoc mam', marked: 'nước mắm', cost: 0 }] }]);
  expect(read('phu quoc fish sauce').readAs).toBe('phu quoc nước mắm');
  expect(alternatives('thịt heo')).toContain('lon');
  expect(alternatives('đậu phộng')).toEqual(expect.arrayContaining(['lac', 'dau phung']));
  expect(read('xúc sích').words[1]?.alternatives).toContainEqual({ folded: 'xich', marked: 'xích', cost: 1 });
  expect(alternatives('nuocmam')).toEqual(['nuoc mam']);
  expect(read('vico sap').words).toEqual([{ marked: 'vico sap', folded: 'vico sap', isPrefix: true, alternatives: [{ folded: 'vicosap', cost: 0 }] }]);
});

test('the last word may go on until a blank ends it', () => {
  expect(read('nước mắ').words.map(({ isPrefix }) => isPrefix)).toEqual([false, true]);
  expect(read('nước mắm ').words.map(({ isPrefix }) => isPrefix)).toEqual([false, false]);
  expect(read('nước mắm tỉnh Hà Tĩnh').words.map(({ isPrefix }) => isPrefix)).toEqual([false, false]);
});

test('a meaning taken away puts its words back', () => {
  const without = read('mật ong 4 sao', { ignored: ['stars:4'] });
  expect(without.meanings).toEqual([]);
  expect(without.words.map(({ marked }) => marked)).toEqual(['mật', 'ong', '4', 'sao']);
});
