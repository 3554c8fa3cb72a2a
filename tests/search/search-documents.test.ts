import { beforeAll, expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { searchDocuments } from '../../src/search/search-documents.ts';

const DAY = '2026-11-28';
let catalogue: Catalogue;
let documents: Map<string, SearchDocument>;

beforeAll(() => {
  catalogue = loadCatalogue({ contentDir: 'content', samples: true, today: DAY }).catalogue as Catalogue;
  documents = new Map(searchDocuments(catalogue, DAY).map((document) => [document.id, document]));
});

const documentOf = (id: string): SearchDocument => documents.get(id) as SearchDocument;

test('every product has a document, samples and alcohol marked as what they are', () => {
  expect([...documents.keys()]).toEqual(catalogue.products.map(({ id }) => id));
  expect(documentOf('ruou-sim-dat-thom-ke-go')).toMatchObject({ alcohol: true, buyable: false, sample: false });
  expect(documentOf('mat-ong-mau').sample).toBe(true);
  expect([...documents.values()].filter(({ alcohol, priceDong }) => alcohol && priceDong !== undefined)).toEqual([]);
});

test('a place is found under its names of every time: as signed and of today', () => {
  const { places, provinces, communes, districts, point } = documentOf('ruou-sim-dat-thom-ke-go');
  expect(places).toEqual(['Xã Cẩm Duệ', 'Cẩm Mỹ', 'Cẩm Xuyên', 'Hà Tĩnh', 'Tỉnh Hà Tĩnh']);
  expect({ provinces, communes, districts }).toEqual({ provinces: ['ha-tinh'], communes: ['ha-tinh/cam-due'], districts: ['ha-tinh', 'ha-tinh/huyen-cam-xuyen'] });
  expect(point).toEqual({ lat: 18.1632, lng: 105.932 });
});

test('where only today\'s name was signed, what it was made from counts as well', () => {
  expect(documentOf('banh-chung-dat-to').places).toEqual(expect.arrayContaining(['Xã Hùng Việt', 'Huyện Cẩm Khê']));
  expect(documentOf('banh-chung-dat-to').districts).toContain('phu-tho/huyen-cam-khe');
});

test('every candidate of a commune that was split counts', () => {
  expect(documentOf('cu-do-thu-vien-dang-thanh').communes).toEqual(['ha-tinh/thanh-sen', 'ha-tinh/ha-huy-tap']);
  expect(documentOf('cu-do-thu-vien-dang-thanh').places).toEqual(expect.arrayContaining(['Phường Thành Sen', 'Phường Hà Huy Tập', 'Đại Nài']));
});

test('a district is found under the province that its decision named', () => {
  expect(documentOf('buoi-com-huong-tho').districts).toEqual(['hue', 'hue/thi-xa-huong-tra']);
});

test('a former province stays a name of its products, and only of its own', () => {
  expect(documentOf('ruou-sim-hung-nhung').places).toEqual(['Quảng Bình', 'Tỉnh Quảng Trị']);
  expect(documentOf('ruou-sim-hung-nhung').provinces).toEqual(['quang-tri']);
  expect(documentOf('tranh-gao-kieu-tran-phat').places).not.toContain('Quảng Bình');
});

test('only the district is known: no commune, no point, but the district counts', () => {
  const document = documentOf('mat-ong-muong-te');
  expect(document).toMatchObject({ provinces: ['lai-chau'], communes: [], districts: ['lai-chau', 'lai-chau/huyen-muong-te'] });
  expect(document.point).toBeUndefined();
});

test('kind and group are words in both languages', () => {
  expect(documentOf('mat-ong-muong-te').aliases).toEqual(['mật ong', 'honey', 'Thực phẩm', 'Food']);
});

test('terms carry what decides a status on any day', () => {
  expect(documentOf('toi-ly-son-dori')).toMatchObject({
    stars: 4, grantedOn: '2025-10-15', validUntil: '2028-10-15', terms: [{ grantedOn: '2025-10-15', validUntil: '2028-10-15', stars: 4, from: '2025-10-15' }],
  });
  expect(documentOf('diep-thanh-tra-tra-xanh-shan-tuyet-sinh-phinh').terms).toHaveLength(2);
});

test('an offer makes a product buyable at its price, never alcohol', () => {
  const offers = new Map([['mat-ong-mau', { buyable: true, priceDong: 150_000 }], ['ruou-sim-mau', { buyable: true, priceDong: 90_000 }]]);
  const offered = new Map(searchDocuments(catalogue, DAY, offers).map((document) => [document.id, document]));
  expect(offered.get('mat-ong-mau')).toMatchObject({ buyable: true, priceDong: 150_000 });
  expect(offered.get('ruou-sim-mau')?.buyable).toBe(false);
  expect(offered.get('ruou-sim-mau')?.priceDong).toBeUndefined();
  expect(offered.get('mat-ong-mau')?.digest).not.toBe(documentOf('mat-ong-mau').digest);
  expect(offered.get('mat-ong-muong-te')?.digest).toBe(documentOf('mat-ong-muong-te').digest);
});

test('a product of which nothing changed keeps its very document; a change of anything that it shows gives another', () => {
  const once = searchDocuments(catalogue, DAY);
  const again = searchDocuments(catalogue, DAY);
  expect(again.every((document, at) => document === once[at])).toBe(true);
  const [first] = catalogue.producers.filter(({ id }) => catalogue.productsOfProducer(id).length > 0);
  const renamed: Catalogue = { ...catalogue, producer: (id) => (id === first?.id ? { ...first, name: 'Tên khác' } : catalogue.producer(id)) };
  const changed = searchDocuments(renamed, DAY).filter((document, at) => document !== again[at]);
  expect(changed.map(({ id }) => id).sort()).toEqual(catalogue.productsOfProducer(first?.id ?? '').map(({ id }) => id).sort());
  expect(changed.every(({ producer, digest }, at) => producer?.name === 'Tên khác' && digest !== again[at]?.digest)).toBe(true);
  const reloaded = loadCatalogue({ contentDir: 'content', samples: true, today: DAY }).catalogue as Catalogue;
  expect(searchDocuments(reloaded, DAY)).toEqual(again);
  const later = searchDocuments(catalogue, '2030-01-01');
  expect(later.filter((document, at) => document === again[at])).toEqual([]);
  expect(later.find(({ id }) => id === 'mat-ong-mau')?.stars).toBe(documentOf('mat-ong-mau').stars);
});
