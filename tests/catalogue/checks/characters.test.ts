import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { legacyFont } from '../../../src/catalogue/checks/legacy-font.ts';
import { textNotNfc } from '../../../src/catalogue/checks/text-not-nfc.ts';
import { fixtureRegister, TODAY, withProduct } from './fixture-register.ts';

const { register } = fixtureRegister();
const named = (name: string) => withProduct(register, 'gao-xuyen-huong', () => ({ name }));

describe('old fonts and wrong encodings', () => {
  it.each([
    ['TCVN3', 'N­íc m¾m'],
    ['VNI', 'Nöôùc maém Phuù Saùng'],
    ['UTF-8 read as Windows-1252', 'NÆ°á»›c máº¯m'],
    ['a lost character', 'Nư\ufffdc mắm'],
  ])('%s is found in "%s"', (_, text) => {
    expect(legacyFont.run(named(text), TODAY)).toHaveLength(1);
  });

  it.each(['Nước mắm Phú Sáng', 'Lê Gia® 100 % – 25°C', '½ kg «ngon»', 'café, naïve, Noël', 'Ất Mão, Ưng Đoàn, Ỷ Lan', 'Ngọc Hoàng Sa · Trường Sa'])(
    'nothing is found in "%s"',
    (text) => {
      expect(legacyFont.run(named(text), TODAY)).toEqual([]);
    },
  );

  it('nothing is found in any name of a place of the country', () => {
    const folder = join(import.meta.dirname, '../../../content/places');
    const texts = readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => ({ file: name, text: readFileSync(join(folder, name), 'utf8') }));
    expect(texts.length).toBeGreaterThan(3);
    expect(legacyFont.run({ ...register, texts }, TODAY)).toEqual([]);
    expect(textNotNfc.run({ ...register, texts }, TODAY)).toEqual([]);
  });
});

describe('Unicode normal form', () => {
  it('is asked of every text, whatever its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = textNotNfc.run(named(text), TODAY);
        expect(found.length).toBe(text === text.normalize('NFC') ? 0 : 1);
      }),
    );
  });

  it('names the field deep inside a record', () => {
    const broken = withProduct(register, 'mat-ong-mau', ({ photographs }) => ({
      photographs: photographs.map((photograph) => ({ ...photograph, alt: { vi: 'Hũ mật'.normalize('NFD') } })),
    }));
    expect(textNotNfc.run(broken, TODAY).map(({ field }) => field)).toEqual(['photographs.0.alt.vi']);
  });
});
