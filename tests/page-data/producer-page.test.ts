import { describe, expect, it } from 'vitest';
import { producerPage } from '../../src/page-data/producer-page.ts';
import { producersPage, PRODUCERS_PER_PAGE } from '../../src/page-data/producers-page.ts';
import { decision, NO_QUERY, registerView } from './register-view.ts';

const view = registerView({
  producers: {
    'htx-phu-sang': { name: 'HTX Phú Sáng', formerNames: ['Tổ hợp tác Kỳ Xuân'] },
    'dat-thom': { name: 'Đạt Thơm', contact: { phone: '0912 345 678', consent: false } },
    'an-phat': { name: 'Ấn Phát', contact: { phone: '0912 345 678', consent: true } },
    'htx-mau': { name: 'HTX Mẫu', sample: true },
  },
  products: {
    'nuoc-mam': { producer: 'htx-phu-sang' },
    'ca-kho': { producer: 'htx-phu-sang' },
    'ruou-sim': { producer: 'htx-phu-sang', alcohol: true, packs: [] },
    'mat-ong-mau': { producer: 'htx-mau', sample: true },
  },
  decisions: { moi: decision('2024-10-15', { 'nuoc-mam': 4 }) },
});
const names = (query = '') =>
  producersPage(view, 'vi', new URLSearchParams(query)).letters.map(({ letter, producers }) => [letter, ...producers.map(({ text }) => text)]);

describe('page of all producers', () => {
  it('groups them by first letter, its tone aside: Â and Đ are letters of their own', () => expect(names()).toEqual([['Â', 'Ấn Phát'], ['Đ', 'Đạt Thơm'], ['H', 'HTX Mẫu', 'HTX Phú Sáng']]));

  it('finds by words without marks, former names too', () => {
    expect(names('ten=sang+phu')).toEqual([['H', 'HTX Phú Sáng']]);
    expect(names('ten=ky+xuan')).toEqual([['H', 'HTX Phú Sáng']]);
    expect(names('ten=khong+co')).toEqual([]);
  });

  it('counts real producers only and says nothing of how many goods practice data has', () => {
    const page = producersPage(view, 'vi', NO_QUERY);
    expect(page.count).toBe('3 chủ thể');
    const rows = page.letters.flatMap(({ producers }) => producers);
    expect(rows.find(({ text }) => text === 'HTX Mẫu')?.products).toBeUndefined();
    expect(rows.find(({ text }) => text === 'HTX Phú Sáng')?.products).toBe('3 sản phẩm');
  });

  it('shows 60 a page, and every one in an export', () => {
    const many = { producers: Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`p-${index}`, {}])) };
    const shown = (mode: 'server' | 'static') => producersPage(registerView(many, { mode }), 'vi', NO_QUERY).letters.flatMap(({ producers }) => producers).length;
    expect(shown('server')).toBe(PRODUCERS_PER_PAGE);
    expect(shown('static')).toBe(61);
  });
});

describe('producer page', () => {
  it('names alcohol apart from its other goods, held stars first', () => {
    const page = producerPage(view, 'vi', 'htx-phu-sang');
    expect(page?.products.map(({ id }) => id)).toEqual(['nuoc-mam', 'ca-kho']);
    expect(page?.alcohol.map(({ id, lowestPrice }) => ({ id, lowestPrice }))).toEqual([{ id: 'ruou-sim', lowestPrice: undefined }]);
    expect(page?.head.noindex).toBe(false);
  });

  it('gives a contact with consent only', () => {
    expect(producerPage(view, 'vi', 'an-phat')?.contact?.phone).toBe('0912 345 678');
    expect(producerPage(view, 'vi', 'dat-thom')?.contact).toBeUndefined();
  });

  it('tells machines of the organisation and the way to it', () => {
    expect(producerPage(view, 'en', 'an-phat')?.head.jsonLd.map((data) => data['@type'])).toEqual(['Organization', 'BreadcrumbList']);
  });

  it('is undefined for an unknown id', () => expect(producerPage(view, 'vi', 'ai-do')).toBeUndefined());
});
