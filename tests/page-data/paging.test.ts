import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paged } from '../../src/page-data/paging.ts';
import { plainView } from './plain-view.ts';

const BASE = '/chu-the/';
const view = plainView();
const page = (count: number, query: string, perPage = 10) =>
  paged(view, 'vi', Array.from({ length: count }, (_, index) => index), { base: BASE, query: new URLSearchParams(query), perPage });

describe('paging', () => {
  it('shows every item once over all its pages, in order', () => {
    fc.assert(fc.property(fc.nat(200), fc.integer({ min: 1, max: 50 }), (count, perPage) => {
      const { pages } = page(count, '', perPage).pager;
      const shown = Array.from({ length: pages }, (_, index) => page(count, `trang=${index + 1}`, perPage).shown).flat();
      expect(shown).toEqual(Array.from({ length: count }, (_, index) => index));
    }));
  });

  it.each([['trang=0', 1], ['trang=-3', 1], ['trang=abc', 1], ['trang=99', 3], ['trang=2.7', 2], ['trang=Infinity', 3], ['page=2', 1]])(
    'takes %s of three pages to page %i', (query, expected) => expect(page(25, query).pager.page).toBe(expected));

  it('leads to the pages beside it and keeps what else was asked for', () => {
    expect(page(25, 'ten=phu&trang=2').pager).toEqual({ page: 2, pages: 3, previous: '/chu-the/?ten=phu', next: '/chu-the/?ten=phu&trang=3' });
  });

  it('leads from the second page to the first without a query', () => expect(page(25, 'trang=2').pager.previous).toBe(BASE));

  it('has one page with nothing on it for an empty list', () => expect(page(0, '')).toEqual({ shown: [], pager: { page: 1, pages: 1 } }));

  it('shows everything at once where no query can be answered', () => {
    const { shown, pager } = paged({ ...view, mode: 'static' }, 'vi', [1, 2, 3], { base: BASE, query: new URLSearchParams('trang=2'), perPage: 1 });
    expect({ shown, pager }).toEqual({ shown: [1, 2, 3], pager: { page: 1, pages: 1 } });
  });
});
