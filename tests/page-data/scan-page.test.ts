import { describe, expect, test } from 'vitest';
import { newTraceCode } from '../../src/domain/trace-code.ts';
import { scanPage, type ScanPage } from '../../src/page-data/scan-page.ts';
import type { View } from '../../src/publish/view.ts';
import { plainProduct, plainView } from './plain-view.ts';

const CODE = newTraceCode(new Uint8Array(9).fill(5));
const OTHER = newTraceCode(new Uint8Array(9).fill(6));
const honey = plainProduct('mat-ong', { name: 'Mật ong' });
const pack = { sku: 'mat-ong-500', label: 'Hũ 500 g', coveredByDecision: 'yes' } as const;
const view = plainView({
  products: [honey],
  packByGtin: (gtin) => (gtin === '09521234567899' ? { product: honey, pack } : undefined),
  packByTraceCode: (code) => (code === CODE ? { product: honey, pack } : undefined),
});

const asked = (text: string, language: 'vi' | 'en' = 'vi', more: Partial<View> = {}) => scanPage({ ...view, ...more }, language, new URLSearchParams({ [language === 'vi' ? 'ma' : 'code']: text }));
function pageFor(text: string, language: 'vi' | 'en' = 'vi'): ScanPage {
  const found = asked(text, language);
  if ('redirect' in found) throw new Error(`leads to ${found.redirect}`);
  return found.page;
}

describe('a known pack is opened at once', () => {
  test.each([
    ['9521234567899', '/01/09521234567899'],
    ['https://ocop.example/01/09521234567899/10/L-1', '/01/09521234567899/10/L-1'],
    [CODE.toLowerCase(), `/t/${CODE}`],
    [`/t/${CODE}/10/L-1`, `/t/${CODE}/10/L-1`],
  ])('%s', (text, redirect) => {
    expect(asked(text)).toEqual({ redirect });
    expect(asked(text, 'en')).toEqual({ redirect: `${redirect}?lang=en` });
  });
});

describe('an unknown or foreign code is explained', () => {
  test.each([
    ['8938505974194', 'không có trong danh mục', 'đầu số 893'],
    ['6901234567892', 'không có trong danh mục', 'nước khác'],
    ['2012345678903', 'không có trong danh mục', 'nội bộ'],
    [OTHER, 'Chưa có mã này', 'đúng dạng'],
    ['https://shop.example/x', 'trang khác', 'không tự mở'],
    ['9521234567890', 'chưa đúng', 'số kiểm tra'],
    ['WIFI:S:quan;;', 'hệ khác', 'WIFI:S:quan;;'],
  ])('%s', (text, title, line) => {
    const { answer, typed, head } = pageFor(text);
    expect(answer?.title).toContain(title);
    expect(answer?.lines.join(' ')).toContain(line);
    expect([typed, head.noindex]).toEqual([text, true]);
  });

  test('a prefix is never taken for the country of making', () => {
    expect(pageFor('6901234567892').answer?.lines.join(' ')).toContain('không cho biết hàng làm ở đâu');
    expect(pageFor('6901234567892', 'en').answer?.lines.join(' ')).toContain('not where the goods were made');
  });

  test('somebody else’s link is shown and leads nowhere by itself; the same pack here is offered', () => {
    const { answer, here } = pageFor('https://id.gs1.org/01/09521234567899');
    expect(answer?.away).toEqual({ url: 'https://id.gs1.org/01/09521234567899', host: 'id.gs1.org' });
    expect(here).toEqual({ text: 'Mật ong, Hũ 500 g', href: '/01/09521234567899' });
    expect(pageFor('https://id.gs1.org/01/09524000000101').here).toBeUndefined();
  });

  test('a name goes into the search field', () => {
    expect(pageFor('Mật ong rừng').search).toEqual({ action: '/tim-kiem/', name: 'q', value: 'Mật ong rừng' });
    expect(pageFor('8938505974194').search.value).toBe('');
  });
});

test('the published page asks for nothing and may be found', () => {
  const found = scanPage(view, 'vi', new URLSearchParams());
  expect('page' in found && [found.page.typed, found.page.answer, found.page.head.noindex]).toEqual(['', undefined, false]);
});
