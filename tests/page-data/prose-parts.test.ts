import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proseParts } from '../../src/page-data/prose-parts.ts';

describe('proseParts', () => {
  it('gives text and figures in their order', () => {
    expect(proseParts('<h2>A</h2>\n<!-- figure: last-days -->\n<p>B</p>')).toEqual([
      { html: '<h2>A</h2>\n' },
      { figure: 'last-days' },
      { html: '\n<p>B</p>' },
    ]);
  });

  it('gives no empty text at the ends or between two figures', () => {
    expect(proseParts('<!-- figure: a -->\n<!--figure:b-->\n')).toEqual([{ figure: 'a' }, { figure: 'b' }]);
  });

  it('leaves other comments in the text', () => {
    expect(proseParts('<p>A</p><!-- a note -->')).toEqual([{ html: '<p>A</p><!-- a note -->' }]);
  });
});

describe('the guide', () => {
  const read = (path: string): string => readFileSync(new URL(`../../content/pages/${path}.md`, import.meta.url), 'utf8');
  const vi = read('vi/huong-dan');
  const en = read('en/guide');
  const figures = (text: string): string[] => proseParts(text).flatMap((part) => part.figure ?? []);
  const headings = (text: string): string[] => [...text.matchAll(/^(#+) /gm)].map(([, marks]) => marks as string);

  it('has every figure once, at the same place in both languages', () => {
    expect(figures(vi)).toEqual(['last-days', 'five-statuses', 'star-levels', 'who-grants', 'report', 'signing-key', 'open-data']);
    expect(figures(en)).toEqual(figures(vi));
  });

  it('has the same sections in both languages, and leaves the first level to the page', () => {
    expect(headings(en)).toEqual(headings(vi));
    expect(headings(vi)).not.toContain('#');
  });

  it.each([
    ['vi', vi],
    ['en', en],
  ])('is in NFC and makes no forbidden promise in %s', (_, text) => {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/hàng thật|chính hãng|đã xác thực|chữa|điều trị|đặc trị/iu);
  });
});
