import type { SearchDocument } from '../search-document.ts';

export const SPECIMEN_DAY = '2026-01-01';

/** No product: a document with something in every field, by which a change of how documents are mapped is noticed. */
export const SPECIMEN: SearchDocument = {
  id: 'mau',
  name: 'Nước mắm Hoà Đông, chai 0,5 lít',
  nameEn: 'Fish sauce No. 1',
  aliases: ['Mắm Hòa Đông', 'nước mắm', 'fish sauce', 'Thực phẩm', 'Food'],
  producer: { id: 'mau', name: 'HTX Mẫu Quỳ', kind: 'cooperative', formerNames: ['THT Mẫu'] },
  group: 'thuc-pham',
  places: ['Xã Cẩm Nhượng', 'Huyện Cẩm Xuyên', 'Phường 01', 'Tỉnh Hà Tĩnh'],
  provinces: ['ha-tinh'],
  communes: ['ha-tinh/thien-cam'],
  districts: ['ha-tinh/cam-xuyen'],
  point: { lat: 18.25, lng: 106.1 },
  contents: ['cá cơm, muối', 'Chai 500 ml'],
  stars: 4,
  terms: [
    { stars: 3, from: '2020-05-01', grantedOn: '2020-05-01', validUntil: '2023-05-01' },
    { stars: 4, from: '2024-06-01', grantedOn: '2024-06-01', validUntil: '2027-06-01' },
  ],
  grantedOn: '2024-06-01',
  validUntil: '2027-06-01',
  priceDong: 85_000,
  buyable: true,
  alcohol: false,
  sample: true,
  digest: '',
};
