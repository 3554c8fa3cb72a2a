import { describe, expect, test } from 'vitest';
import { productAt } from '../../src/page-data/product-at.ts';
import { producerFormPage } from '../../src/page-data/producer-form-page.ts';
import { reportPage } from '../../src/page-data/report-page.ts';
import { plainProduct, plainView } from './plain-view.ts';

const honey = plainProduct('mat-ong', { name: 'Mật ong', nameEn: 'Honey' });
const PACK = { sku: 'mat-ong-500', label: 'Hũ', coveredByDecision: 'yes' } as const;
const view = plainView({
  products: [honey],
  packByGtin: (gtin) => (gtin === '09521234567899' ? { product: honey, pack: PACK } : undefined),
  packByTraceCode: (code) => (code === '7K2M9QX4TB' ? { product: honey, pack: PACK } : undefined),
});
const page = (query = '', more: Partial<typeof view> = {}, language: 'vi' | 'en' = 'vi') => reportPage({ ...view, ...more }, language, new URLSearchParams(query));

describe('the page that a report is about', () => {
  test.each([
    ['/san-pham/mat-ong/', 'mat-ong'],
    ['/en/products/mat-ong/', 'mat-ong'],
    ['/01/09521234567899', 'mat-ong'],
    ['/01/09521234567899/10/L-1/21/A1?linkType=gs1:pip', 'mat-ong'],
    ['/en/01/09521234567899/10/L-1', 'mat-ong'],
    ['/ko/01/09521234567899', 'mat-ong'],
    ['/san-pham/khac/', undefined],
    ['/01/09521234567890', undefined],
    ['/quan-ly/', undefined],
    ['Mật ong', undefined],
    ['//evil.example/san-pham/mat-ong/', undefined],
  ])('%s', (path, id) => {
    expect(productAt(view.catalogue, path)?.id).toBe(id);
  });

  test('is filled in from a link, with the name of the product', () => {
    expect(page('ve=/san-pham/mat-ong/').form).toMatchObject({ values: { about: '/san-pham/mat-ong/' }, about: { text: 'Mật ong', href: '/san-pham/mat-ong/' } });
    expect(page('ve=/en/products/mat-ong/', {}, 'en').form.about?.text).toBe('Honey');
  });

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)', `/${'x'.repeat(400)}`, '/a b', ''])('is left open for %j', (about) => {
    expect(page(`ve=${encodeURIComponent(about)}`).form.values.about).toBe('');
  });
});

test('a plain file host takes no form', () => {
  expect(page('', { mode: 'static' }).step).toBe('static');
  expect(page().step).toBe('form');
});

test('how long a contact is kept is what the site is set to', () => {
  const { catalogue } = view;
  expect(page().form.keepDays).toBe(90);
  expect(page('', { catalogue: { ...catalogue, site: { ...catalogue.site, reports: { keepContactDays: 30 } } } }).form.keepDays).toBe(30);
});

test('what was typed stands in the form again, each fault beside its field', () => {
  const values = { words: 'Chai bị nứt', about: '/san-pham/mat-ong/', contact: 'x', consent: false, kind: 'bad-goods' } as const;
  const { form, head } = page('', { report: { step: 'form', values, problems: [{ field: 'contact', text: 'thứ nhất' }, { field: 'contact', text: 'thứ hai' }] } });
  expect(form).toMatchObject({ values, problems: { contact: 'thứ nhất' }, count: 2 });
  expect(form.kinds.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['bad-goods']);
  expect(head.noindex).toBe(true);
});

test('a receipt reads as people say it', () => {
  const report = { step: 'received', reference: '7K2M9QX4TB', state: 'looking', at: Date.parse('2026-11-24T20:00:00Z') } as const;
  expect(page('', { report }).received).toEqual({ reference: 'PA-7K2M9-QX4TB', day: '25/11/2026', state: 'đang xem' });
});

test("a producer's form is no page without its link", () => {
  expect(producerFormPage(view)).toBeUndefined();
  expect(producerFormPage({ ...view, producerForm: { step: 'closed', reason: 'ended' } })).toMatchObject({ closed: true, title: 'Liên kết đã hết hạn', sections: [] });
});
