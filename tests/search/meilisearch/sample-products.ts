import { digestOf } from '../../../src/catalogue/digests.ts';
import type { SearchDocument } from '../../../src/search/search-document.ts';

export const DAY = '2026-11-28';

const HTX = { id: 'htx-mau', name: 'HTX Mẫu', kind: 'cooperative', formerNames: [] } as const;
const HA_TINH = { places: ['Xã Thiên Cầm', 'Xã Cẩm Nhượng', 'Huyện Cẩm Xuyên', 'Tỉnh Hà Tĩnh'], provinces: ['ha-tinh'], communes: ['ha-tinh/thien-cam'], districts: ['ha-tinh/cam-xuyen'], point: { lat: 18.26, lng: 106.1 } };
const CA_MAU = { places: ['Xã Năm Căn', 'Tỉnh Cà Mau'], provinces: ['ca-mau'], communes: ['ca-mau/nam-can'], districts: [], point: { lat: 8.76, lng: 105.0 } };

/** Made up, of HTX Mẫu: what each test of an engine needs, and nothing real. */
export function sampleProduct(id: string, name: string, more: Partial<SearchDocument> = {}): SearchDocument {
  const held = { stars: 4, from: '2025-06-01', grantedOn: '2025-06-01', validUntil: '2028-06-01' } as const;
  const document = { id, name, nameEn: '', aliases: [], producer: HTX, group: 'thuc-pham', ...HA_TINH, contents: [], stars: 4, terms: [held], grantedOn: held.grantedOn, validUntil: held.validUntil, buyable: false, alcohol: false, sample: true, ...more } as const;
  return { ...document, digest: digestOf(document) } as SearchDocument;
}

const EXPIRED = { stars: 3, from: '2022-01-01', grantedOn: '2022-01-01', validUntil: '2025-01-01' } as const;

export const SAMPLE_PRODUCTS: readonly SearchDocument[] = [
  sampleProduct('keo-dua', 'Kẹo dừa mẫu', { ...CA_MAU, nameEn: 'Sample coconut candy', priceDong: 45_000 }),
  sampleProduct('mut-dua', 'Mứt dứa mẫu', { priceDong: 60_000, buyable: true }),
  sampleProduct('dua-muoi', 'Dưa muối mẫu', { terms: [EXPIRED], stars: 3, grantedOn: '2022-01-01', validUntil: '2025-01-01' }),
  sampleProduct('nuoc-mam', 'Nước mắm mẫu', { nameEn: 'Sample fish sauce', aliases: ['nước mắm', 'fish sauce'], contents: ['Chai 500ml'], priceDong: 90_000, buyable: true }),
  sampleProduct('nuoc-mam-cot', 'Nước mắm cốt mẫu', { ...CA_MAU, stars: 5, terms: [{ stars: 5, from: '2026-05-01', grantedOn: '2026-05-01', validUntil: '2029-05-01' }], grantedOn: '2026-05-01', validUntil: '2029-05-01', priceDong: 120_000 }),
  sampleProduct('mam-ruoc', 'Mắm ruốc mẫu', { terms: [EXPIRED], stars: 3 }),
  sampleProduct('mat-ong', 'Mật ong rừng mẫu', { ...CA_MAU, nameEn: 'Sample honey' }),
  sampleProduct('ruou-sim', 'Rượu sim mẫu', { alcohol: true, group: 'do-uong' }),
  sampleProduct('che-xanh', 'Chè xanh mẫu', { aliases: ['chè trà', 'tea'], point: undefined as never, places: [], provinces: [], communes: [], districts: [], terms: [], stars: undefined as never }),
  sampleProduct('banh-da', 'Bánh đa vừng mẫu'),
];
