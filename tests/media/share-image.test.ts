import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Status } from '../../src/domain/certificate-status.ts';
import { textWidth } from '../../src/media/font-measure.ts';
import type { ShareCard } from '../../src/media/share-card.ts';
import { shareImage } from '../../src/media/share-image.ts';
import { shareImageSvg, TILE } from '../../src/media/share-page.ts';
import { POINTS } from './commune-points.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="0 0 800 600"><rect width="800" height="600" fill="#0000ff"/></svg>';
const product: ShareCard = {
  language: 'vi',
  siteName: 'Danh mục OCOP',
  title: 'Nước mắm cốt Mẫu',
  lines: ['HTX Mẫu', 'Xã Thiên Cầm, Hà Tĩnh'],
  seal: { stars: 4, status: 'valid', words: '4 sao · còn hiệu lực đến 15/10/2027' },
  dust: POINTS,
  lit: [{ lat: 18.27, lng: 106.1 }],
};

interface Text { x: number; y: number; size: number; weight: 400 | 700; content: string }

function textsOf(svg: string): Text[] {
  return [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)" font-weight="(\d+)"[^>]*>(.*?)<\/text>/g)].map(
    ([, x, y, size, weight, content]) => ({
      x: Number(x),
      y: Number(y),
      size: Number(size),
      weight: Number(weight) as 400 | 700,
      content: (content as string).replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'),
    }),
  );
}

const words = (svg: string): string => svg.replace(/<[^>]*>/g, '\n').replace(/ \n/g, ' ');

describe('the share image', () => {
  test('shows and labels both archipelagos, whatever the card', () => {
    const labels = {
      vi: ['Quần đảo Hoàng Sa (TP Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)'],
      en: ['Hoang Sa archipelago (Da Nang city)', 'Truong Sa archipelago (Khanh Hoa province)'],
    };
    for (const language of ['vi', 'en'] as const) {
      for (const card of [product, { ...product, drawing }, { ...product, seal: undefined, lit: [], dust: [], lines: [] }]) {
        const svg = shareImageSvg({ ...card, language });
        for (const label of labels[language]) expect(words(svg)).toContain(label);
      }
    }
  });

  test('keeps the labels of the archipelagos inside the picture', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const card of [product, { ...product, drawing }]) {
        const svg = shareImageSvg({ ...card, language });
        const map = Number(/<g transform="translate\((\d+) \d+\)"><path d="m/.exec(svg)?.[1]);
        for (const [, x, size, first, second] of svg.matchAll(/<text id="[a-z-]+" x="([\d.]+)" y="[\d.]+" font-size="([\d.]+)"[^>]*>([^<]+) <tspan[^>]*>([^<]+)</g)) {
          const right = map + Number(x) + Math.max(textWidth(first as string, Number(size), 400), textWidth(second as string, Number(size), 400));
          expect(right).toBeLessThan(1184);
        }
      }
    }
  });

  test('says what it is given, and nothing when a part is not given', () => {
    const svg = shareImageSvg({ ...product, note: 'dữ liệu minh hoạ', kicker: 'Chủ thể' });
    for (const said of ['Danh mục OCOP', 'HTX Mẫu', 'Xã Thiên Cầm, Hà Tĩnh', '4 sao · còn hiệu lực đến 15/10/2027', 'dữ liệu minh hoạ', 'Chủ thể']) {
      expect(words(svg)).toContain(said);
    }
    expect(shareImageSvg({ ...product, seal: undefined, note: undefined, lines: [], title: 'x' })).not.toMatch(/undefined|NaN/);
  });

  test('cannot be broken by markup or control characters in a name', async () => {
    const png = await shareImage({ ...product, title: '<b>&amp;"\u0000\u0008 Nước</b>', lines: ['A & B <script>'] });
    expect((await sharp(png).metadata()).width).toBe(1200);
  });

  test('keeps every text inside its column and the seal below the lines, for any length', () => {
    const word = fc.constantFrom('Nước', 'mắm', 'Phú', 'Sáng', 'nghiêng', 'TNHH', 'a', 'Thành-viên-hữu-hạn-một-thành-viên-dịch-vụ-nông-nghiệp');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
    const card = fc.record({ title: text, lines: fc.array(text, { maxLength: 3 }), detail: fc.option(text, { nil: undefined }), tile: fc.boolean(), kicker: fc.boolean() });
    fc.assert(fc.property(card, ({ title, lines, detail, tile, kicker }) => {
      const seal = { stars: 3 as const, status: 'expired' as const, words: title, detail };
      const svg = shareImageSvg({ ...product, dust: [], title, lines, seal, drawing: tile ? drawing : undefined, kicker: kicker && !tile ? 'Chủ thể' : undefined });
      const sealTop = Number(/<rect x="64" y="([\d.]+)"/.exec(svg)?.[1]);
      const texts = textsOf(svg);
      for (const { x, size, weight, content } of texts) expect(x + textWidth(content, size, weight)).toBeLessThan(tile ? TILE.left - 40 : 716);
      const inBlock = texts.filter(({ y }) => y > 100 && y < sealTop + 30);
      for (const { y, size } of inBlock) expect(y + size * 0.22).toBeLessThanOrEqual(sealTop + 2);
      for (const [index, { y }] of inBlock.entries()) if (index > 0) expect(y).toBeGreaterThan((inBlock[index - 1] as Text).y);
    }), { numRuns: 60 });
  });

  test.each([
    ['valid', /fill="#B87A0F"/, /stroke-dasharray|M58 /],
    ['expiring', /fill="#B87A0F"/, /stroke-dasharray|M58 /],
    ['expired', /fill="#F7E3D8" stroke="#A8431F"/, /fill="#A8431F"|stroke-dasharray/],
    ['unconfirmed', /stroke-dasharray/, /fill="#6B6F68"/],
    ['revoked', /stroke-width="4"/, /fill="#7E241E"/],
  ] satisfies [Status, RegExp, RegExp][])('draws the stars of a %s certificate in a form of their own', (status, has, hasNot) => {
    const svg = shareImageSvg({ ...product, dust: [], seal: { stars: 3, status, words: 'x' } });
    expect(svg).toMatch(has);
    expect(svg).not.toMatch(hasNot);
    expect(svg.match(/<path d="M[\d.]+ [\d.]+L/g)).toHaveLength(3);
  });

  test('draws no star where their number is not known', () => {
    const svg = shareImageSvg({ ...product, dust: [], seal: { status: 'unconfirmed', words: 'Số sao chưa rõ' } });
    expect(svg).not.toMatch(/<path d="M[\d.]+ [\d.]+L/);
  });

  test('is a PNG of 1200 × 630 without transparency, with the drawing in its rounded tile', async () => {
    const png = await shareImage({ ...product, drawing });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect({ width: info.width, height: info.height, channels: info.channels }).toEqual({ width: 1200, height: 630, channels: 3 });
    const at = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    const near = (found: number[], wanted: number[]): boolean => found.every((channel, index) => Math.abs(channel - (wanted[index] ?? 0)) < 4);
    const paper = [0xfb, 0xf8, 0xf1];
    expect(near(at(TILE.left + TILE.width / 2, TILE.top + TILE.height / 2), [0, 0, 255])).toBe(true);
    expect(near(at(TILE.left + 1, TILE.top + 1), paper)).toBe(true);
    expect(near(at(2, 2), paper)).toBe(true);
  });

  /** The "1" of Be Vietnam Pro is a quarter narrower than those of the common system fonts. */
  test('sets its text in the project’s own font, not in the machine’s, and leaves the environment as it was', async () => {
    const before = process.env['FONTCONFIG_FILE'];
    const title = '1111111111';
    const drawn = await inkColumns(await shareImage({ ...product, title, lines: [], seal: undefined, dust: [], lit: [], drawing }));
    expect(process.env['FONTCONFIG_FILE']).toBe(before);
    const spacing = 0.012 * 76 * ([...title].length - 1);
    expect(Math.abs(drawn - (textWidth(title, 76, 700) - spacing))).toBeLessThan(14);
  });
});

/** Width of what is dark in the band of the title. */
async function inkColumns(png: Buffer): Promise<number> {
  const { data, info } = await sharp(png).extract({ left: 0, top: 130, width: 740, height: 440 }).greyscale().raw().toBuffer({ resolveWithObject: true });
  const dark = Array.from({ length: info.width }, (_, x) => x).filter((x) => {
    for (let y = 0; y < info.height; y += 1) if ((data[(y * info.width + x) * info.channels] ?? 255) < 100) return true;
    return false;
  });
  return dark.length === 0 ? 0 : (dark.at(-1) as number) - (dark[0] as number);
}
