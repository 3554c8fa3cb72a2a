import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DRAWINGS, drawingForName } from '../../src/domain/drawing.ts';

const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));
const IDS: readonly string[] = DRAWINGS.map((drawing) => drawing.id);
const BRAND = ['favicon.svg', 'brand/mark.svg'];

/** Everything that a drawing may consist of: no script, style, text, link, image or foreign object can pass. */
const ELEMENTS = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse'];
const ATTRIBUTES = [
  'xmlns', 'width', 'height', 'viewBox', 'd', 'x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'transform', 'fill', 'opacity',
  'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray',
];

function faultsOf(svg: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>/g, (_, closing, name, attributes, empty) => {
    if (!ELEMENTS.includes(name)) faults.push(`element ${name}`);
    for (const [, attribute, value] of String(attributes).matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.includes(attribute ?? '')) faults.push(`attribute ${attribute}`);
      if (attribute !== 'xmlns' && /url\(|:|NaN|undefined/.test(value ?? '')) faults.push(`value ${value}`);
    }
    if (closing !== '' && open.pop() !== name) faults.push(`</${name}> closes nothing`);
    if (closing === '' && empty === '') open.push(name);
    return '';
  });
  if (open.length > 0) faults.push(`left open: ${open.join(', ')}`);
  if (rest.trim() !== '') faults.push(`text or broken markup: ${rest.trim().slice(0, 40)}`);
  return faults;
}

describe('the files', () => {
  test('every drawing has its file and every file its drawing', () => {
    const files = readdirSync(`${PUBLIC}drawings`).map((file) => file.replace(/\.svg$/, ''));
    expect(files.sort()).toEqual([...IDS].sort());
  });

  test.each(IDS)('%s is a small plain picture of 800 by 600', (id) => {
    const svg = readFileSync(`${PUBLIC}drawings/${id}.svg`, 'utf8');
    expect(Buffer.byteLength(svg)).toBeLessThan(4096);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="600" viewBox="0 0 800 600">/);
    expect(faultsOf(svg)).toEqual([]);
  });

  test.each(BRAND)('%s is a small plain square', (file) => {
    const svg = readFileSync(`${PUBLIC}${file}`, 'utf8');
    expect(Buffer.byteLength(svg)).toBeLessThan(4096);
    expect(svg).toContain('viewBox="0 0 64 64"');
    expect(faultsOf(svg)).toEqual([]);
  });

  test.each([
    '<svg><script>1</script></svg>',
    '<svg><style>a{}</style></svg>',
    '<svg><g style="fill:red"/></svg>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<svg><text>OCOP</text></svg>',
    '<svg><g>words</g></svg>',
    '<svg><path fill="url(#a)"/></svg>',
    '<svg><g></svg>',
  ])('the check itself refuses %s', (svg) => {
    expect(faultsOf(svg)).not.toEqual([]);
  });
});

describe('the words', () => {
  test('ids are unique', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  test.each(DRAWINGS.map((drawing) => [drawing.id, drawing] as const))('%s says in both languages that it is a drawing', (_, drawing) => {
    expect(drawing.vi).toMatch(/^tranh vẽ \S/);
    expect(drawing.en).toMatch(/^drawing of \S/);
    expect(drawing.vi).toBe(drawing.vi.normalize('NFC'));
  });
});

describe('the drawing of a name', () => {
  test.each([
    ['Nước mắm Phú Sáng', 'fish-sauce'],
    ['Nước mắm ruốc Làng Trài', 'fish-sauce'],
    ['Mắm ruốc Duy Trinh', 'shrimp-paste'],
    ['Cà muối mắm Loan Tuệ', 'pickles'],
    ['Cu đơ Phong Nga', 'sweets'],
    ['Kẹo lạc Sửu Hà', 'sweets'],
    ['Rượu sim', 'alcohol'],
    ['Rượu đông trùng hạ thảo Vietcor', 'alcohol'],
    ['Rượu phấn hoa mật ong Sơn Thành', 'alcohol'],
    ['Trà nấm linh chi Tuấn Linh', 'herbal-tea'],
    ['Trà tôm nõn hương quê', 'tea-hills'],
    ['Chè đinh cao cấp Hoài Trung', 'tea-hills'],
    ['Hồng trà Shan tuyết', 'black-tea'],
    ['Cao chè vằng', 'medicinal-extract'],
    ['Tinh dầu quế Trà My Minh Phúc', 'essential-oil'],
    ['Nhang quế Trà Bồng', 'incense'],
    ['Nước lau sàn tinh dầu sả - bồ hòn Nhiên Thảo', 'household-care'],
    ['Dầu đậu phụng nguyên chất An Khang', 'oil'],
    ['Bơ đậu phộng Super Green', 'peanuts'],
    ['Tinh bột nghệ', 'turmeric-starch'],
    ['Tinh bột sắn dây Thu Hằng', 'starch'],
    ['Bánh gạo lứt Phong Nga', 'cake'],
    ['Bánh chưng Đất Tổ', 'sticky-rice-cake'],
    ['Bún gạo Cô Phương', 'noodles'],
    ['Tranh gạo', 'painting'],
    ['Ngũ cốc gỗ sồi', 'grain-powder'],
    ['Lục bình gốm Mỹ Thiện', 'ceramics'],
    ['Lục bình gỗ An Hải', 'wood-carving'],
    ['Giò lụa Bình Sơn', 'meat-roll'],
    ['Tơ lụa Mã Châu', 'textile'],
    ['Con giống gà ta Cao Khanh', 'livestock-breed'],
    ['Vịt bầu ủ muối hoa tiêu Mường Đun', 'poultry'],
    ['Cá ngần khô Hoa Linh Chi', 'fish'],
    ['Măng dầm tỏi ớt', 'bamboo-shoots'],
    ['Ổi Mai Sinh', 'fresh-fruit'],
    ['Super-thin rice paper (Tân Nhiên)', 'rice-paper'],
    ['Du lịch cộng đồng Ngọc Chiến', 'homestay'],
    ['Khu sinh thái Mẫu', 'eco-tourism'],
  ])('%s → %s', (name, drawing) => {
    expect(drawingForName(name)).toBe(drawing);
  });

  test('a word counts only as a whole, and with its marks', () => {
    expect(drawingForName('Gạch')).toBe('other');
    expect(drawingForName('Nuoc mam')).toBe('other');
  });

  test('an unknown or empty name falls back to the neutral parcel', () => {
    expect(drawingForName('')).toBe('other');
    expect(drawingForName('Sản phẩm mẫu')).toBe('other');
  });

  test('letter case, outer spaces and Unicode form do not matter', () => {
    const words = fc.constantFrom('Nước mắm', 'Cu đơ', 'Rượu', 'Trà xạ đen', 'Đẳng sâm', 'Mẫu', 'Giò', 'Bưởi', 'Kỳ Phú');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (parts) => {
        const name = parts.join(' ');
        const drawing = drawingForName(name);
        expect(IDS).toContain(drawing);
        expect(drawingForName(` ${name.toUpperCase().normalize('NFD')} `)).toBe(drawing);
      }),
    );
  });

  test('any text at all gives a known drawing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => IDS.includes(drawingForName(name))));
  });
});
