import { expect, test } from 'vitest';
import { certificatePage } from '../../src/page-data/certificate-page.ts';
import { productPage } from '../../src/page-data/product-page.ts';
import { decision, registerView } from './register-view.ts';

const line = (product: string, fields: object): object => ({ product, act: 'recognition', stars: 4, basis: 'read', ...fields });
const view = registerView({
  products: { 'nuoc-mam': {}, 'mat-ong': {}, mau: { sample: true } },
  decisions: {
    d1: { ...decision('2024-10-15', {}), lines: [line('nuoc-mam', { basis: 'inferred', basisNote: 'press-comparison' }), line('mat-ong', {})] },
    d2: decision('2025-01-01', { mau: 3 }, { sample: true }),
  },
});
const certification = (id: string, language: 'vi' | 'en'): unknown => productPage(view, language, id)?.head.jsonLd[0]?.['hasCertification'];

test('an inferred certificate says so to machines, in the language of the page', () => {
  expect(certification('nuoc-mam', 'vi')).toMatchObject({ description: 'suy ra: đối chiếu từ báo, chưa đọc được phụ lục' });
  expect(certification('nuoc-mam', 'en')).toMatchObject({ description: 'inferred: compared from the press, annex not yet read' });
  expect(certificatePage(view, 'vi', 'nuoc-mam--d1')?.head.jsonLd[0]).toMatchObject({ description: 'suy ra: đối chiếu từ báo, chưa đọc được phụ lục' });
});

test('a certificate that was read carries no such note, and none claims the day of an audit', () => {
  expect(certification('mat-ong', 'vi')).toMatchObject({ validFrom: '2024-10-15', expires: '2027-10-15' });
  expect(certification('mat-ong', 'vi')).not.toHaveProperty('description');
  expect(certification('mat-ong', 'vi')).not.toHaveProperty('auditDate');
});

test('a practice product is kept from search engines, like its certificate and its maker', () => {
  expect(productPage(view, 'vi', 'mau')?.head.noindex).toBe(true);
  expect(productPage(view, 'vi', 'mat-ong')?.head.noindex).toBe(false);
});
