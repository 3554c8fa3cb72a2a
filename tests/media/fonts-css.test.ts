import { create } from 'fontkitten';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FONT_FILES } from '../../src/media/font-files.ts';

const css = readFileSync(new URL('../../src/styles/fonts.css', import.meta.url), 'utf8');
const faces = [...css.matchAll(/@font-face \{(.*?)\}/gs)].map(([, body]) => ({
  family: property(body as string, 'font-family').replaceAll("'", ''),
  weight: Number(property(body as string, 'font-weight')),
  body: body as string,
}));
const web = faces.filter(({ family }) => family === 'Be Vietnam Pro');
const fallback = faces.filter(({ family }) => family === 'Be Vietnam Pro fallback');

function property(body: string, name: string): string {
  return new RegExp(`\\b${name}:\\s*([^;]+);`).exec(body)?.[1]?.trim() ?? '';
}

function urlOf(body: string): string {
  return /url\('([^']+)'\)/.exec(body)?.[1] ?? '';
}

describe('the web fonts', () => {
  test('are three subsets in two weights, each a file of the package, shown without waiting', () => {
    expect(web.map(({ weight }) => weight)).toEqual([400, 400, 400, 700, 700, 700]);
    for (const { body, weight } of web) {
      expect(urlOf(body)).toMatch(new RegExp(`^@fontsource/be-vietnam-pro/files/be-vietnam-pro-[a-z-]+-${weight}-normal\\.woff2$`));
      expect(existsSync(fileURLToPath(import.meta.resolve(urlOf(body))))).toBe(true);
      expect(property(body, 'font-display')).toBe('swap');
    }
  });

  test('cover the ranges that the package gives for each subset', () => {
    const ranges = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@fontsource/be-vietnam-pro/unicode.json')), 'utf8')) as Record<string, string>;
    for (const { body } of web) {
      const subset = /be-vietnam-pro-([a-z-]+)-\d/.exec(urlOf(body).split('/').at(-1) ?? '')?.[1] ?? '';
      expect(property(body, 'unicode-range').replaceAll(' ', '')).toBe(ranges[subset]);
    }
  });

  test('declare Vietnamese last, so that ă, đ, ơ, ư and ₫ do not fetch a third file', () => {
    for (const weight of [400, 700]) {
      expect(urlOf(web.findLast((face) => face.weight === weight)?.body ?? '')).toContain('-vietnamese-');
    }
  });
});

describe('the fallback face', () => {
  test('has the ascent, descent and line gap of the real font once its size is adjusted', () => {
    expect(fallback.map(({ weight }) => weight)).toEqual([400, 700]);
    for (const { body, weight } of fallback) {
      const font = create(readFileSync(FONT_FILES[weight as 400 | 700]));
      if (font.isCollection) throw new Error('one font a file');
      const percent = (name: string): number => Number.parseFloat(property(body, name));
      const adjusted = (name: string): number => (percent(name) * percent('size-adjust')) / 10_000;
      expect(adjusted('ascent-override')).toBeCloseTo(font.hhea.ascent / font.unitsPerEm, 3);
      expect(adjusted('descent-override')).toBeCloseTo(-font.hhea.descent / font.unitsPerEm, 3);
      expect(percent('line-gap-override')).toBe(font.hhea.lineGap);
    }
  });

  test('comes from the device alone', () => {
    for (const { body } of fallback) expect(body).not.toContain('url(');
  });

  test('is the one that the style tokens name', () => {
    const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    expect(tokens).toContain("'Be Vietnam Pro', 'Be Vietnam Pro fallback'");
  });
});
