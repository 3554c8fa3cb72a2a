import { expect, test } from 'vitest';
import { communesNamed } from '../../../src/server/shop/communes-named.ts';
import { practiceCatalogue } from '../orders/shop-server.ts';

const named = (province: string, typed: string) => {
  const catalogue = practiceCatalogue();
  return communesNamed(catalogue, catalogue.provinceBySlug(province)!, typed).map(({ name }) => name);
};

test.each([
  ['ha-tinh', 'Thiên Cầm', ['Thiên Cầm']],
  ['ha-tinh', 'thien cam', ['Thiên Cầm']],
  ['ha-tinh', 'xã Cẩm Mỹ, huyện Cẩm Xuyên', ['Cẩm Duệ']],
  ['ha-tinh', 'Phường Đại Nài', ['Thành Sen', 'Hà Huy Tập']],
  ['ho-chi-minh', 'phường Phú Cường, thành phố Thủ Dầu Một', ['Thủ Dầu Một']],
  ['ha-tinh', 'Thủ Dầu Một', []],
  ['ha-tinh', ' , ', []],
  ['ha-tinh', '', []],
])('in %s "%s" is %j', (province, typed, names) => {
  expect(named(province, typed)).toEqual(names);
});
