import { describe, expect, it } from 'vitest';
import { notFoundPage } from '../../src/page-data/not-found-page.ts';
import { plainView } from './plain-view.ts';

describe('notFoundPage', () => {
  it.each([
    ['/khong-co/', 'vi'],
    ['/english/', 'vi'],
    ['/404/', 'vi'],
    ['/en/404/', 'en'],
    ['/en/products/nothing/', 'en'],
    ['/en', 'en'],
  ])('answers %s in %s, with the other language below', (address, language) => {
    const page = notFoundPage(plainView(), address);
    expect(page.head.language).toBe(language);
    expect(page.twin.language).toBe(language === 'vi' ? 'en' : 'vi');
  });

  it('stays out of search engines and leads on in three ways', () => {
    const page = notFoundPage(plainView(), '/en/nothing/');
    expect(page.head.noindex).toBe(true);
    expect(page.ways.map(({ href }) => href)).toEqual(['/en/products/', '/en/provinces/', '/en/']);
  });
});
