import { describe, expect, it } from 'vitest';
import en from '../../src/i18n/en.json' with { type: 'json' };
import vi from '../../src/i18n/vi.json' with { type: 'json' };
import { translator, type TextKey } from '../../src/i18n/translate.ts';
import { isNamed, namingInSource } from './used-keys.ts';

const texts: Readonly<Record<'vi' | 'en', Readonly<Record<string, string>>>> = { vi, en };
const keys = Object.keys(vi) as TextKey[];
const languages = ['vi', 'en'] as const;
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  });

  it('need the same values in both languages', () => {
    const different = keys.filter((key) => placeholders(vi[key]).join() !== placeholders(en[key]).join());
    expect(different).toEqual([]);
  });

  it('are all used by src', () => {
    const naming = namingInSource();
    expect(keys.filter((key) => !isNamed(key, naming))).toEqual([]);
  });
});

describe.each(languages)('every text in %s', (language) => {
  const entries = Object.entries(texts[language]);
  const thoseWhere = (fails: (text: string) => boolean): string[] => entries.filter(([, text]) => fails(text)).map(([key]) => key);

  it('says something, without blanks at its ends', () => {
    expect(thoseWhere((text) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it('is in NFC', () => {
    expect(thoseWhere((text) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('avoids words that promise what this site cannot know', () => {
    const forbidden = /hàng thật|chính hãng|đã xác thực|authentic|genuine|verified product/iu;
    expect(thoseWhere((text) => forbidden.test(text))).toEqual([]);
  });

  it('makes no healing claim', () => {
    expect(thoseWhere((text) => /chữa|điều trị|đặc trị|\bcures?\b|\bheals?\b/iu.test(text))).toEqual([]);
  });

  it('has braces only around names', () => {
    expect(thoseWhere((text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });
});

describe('the language link', () => {
  it('stands in the language that it leads to', () => {
    expect(translator('vi')('site.language')).toBe('English');
    expect(translator('en')('site.language')).toBe('Tiếng Việt');
  });
});

describe('translator', () => {
  it('puts values into the text', () => {
    expect(translator('vi')('pager.of', { page: 2, pages: 13 })).toBe('Trang 2 trên 13');
    expect(translator('en')('pager.of', { page: 2, pages: 13 })).toBe('Page 2 of 13');
  });

  it('names the text, the language and the value that is missing', () => {
    expect(() => translator('en')('pager.of', { page: 2 })).toThrow('text "pager.of" (en) needs a value for {pages}');
  });
});
