import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KINDS = ['Nước mắm', 'Mật ong', 'Chè xanh', 'Gạo', 'Bánh đa', 'Cà phê bột', 'Miến dong', 'Giò lụa', 'Măng khô', 'Tinh bột nghệ'];
const DRAWINGS = ['fish-sauce', 'honey', 'tea-hills', 'rice', 'rice-paper', 'coffee', 'noodles', 'meat-roll', 'bamboo-shoots', 'turmeric-starch'];
const PRODUCTS_PER_PRODUCER = 4;
const PRODUCTS_PER_DECISION = 40;

/**
 * A register of `count` made-up products for measuring, as records in the real form: spread over all communes,
 * four to a producer, forty to a decision, signed on days from 2022 to 2026.
 */
export function writeSyntheticContent(contentDir: string, count: number): void {
  rmSync(contentDir, { recursive: true, force: true });
  mkdirSync(contentDir, { recursive: true });
  for (const shared of ['places', 'product-groups.yaml', 'site.yaml']) cpSync(join('content', shared), join(contentDir, shared), { recursive: true });
  const communes = communePlaces(join(contentDir, 'places'));
  for (let n = 0; n < count; n += 1) write(join(contentDir, 'products', productId(n), 'product.yaml'), productYaml(n, communes));
  for (let n = 0; n < count / PRODUCTS_PER_PRODUCER; n += 1) {
    write(join(contentDir, 'producers', `htx-thu-${n}.yaml`), `name: HTX Thử nghiệm ${n}\nkind: cooperative\nsources:\n  - title: dữ liệu đo tốc độ\n`);
  }
  for (let n = 0; n < count / PRODUCTS_PER_DECISION; n += 1) {
    const year = 2022 + (n % 5);
    write(join(contentDir, 'decisions', String(year), `thu-${n}.yaml`), decisionYaml(n, year, count));
  }
}

export function productId(n: number): string {
  return `san-pham-thu-${n}`;
}

function productYaml(n: number, communes: readonly { commune: string; province: string }[]): string {
  const place = communes[(n * 7) % communes.length] as { commune: string; province: string };
  const kind = n % KINDS.length;
  return [
    `name: ${KINDS[kind]} Thử ${n}`,
    `nameEn: Trial goods ${n}`,
    `producer: htx-thu-${Math.floor(n / PRODUCTS_PER_PRODUCER)}`,
    'group: thuc-pham',
    'groupBasis: read',
    `drawing: ${DRAWINGS[kind]}`,
    'place:',
    `  commune: ${JSON.stringify(place.commune)}`,
    `  province: ${JSON.stringify(place.province)}`,
    'placeEra: current',
    'sources:',
    '  - title: dữ liệu đo tốc độ',
    '    readOn: 2026-11-21',
    '',
  ].join('\n');
}

function decisionYaml(n: number, year: number, count: number): string {
  const month = String((n % 12) + 1).padStart(2, '0');
  const day = String((n % 28) + 1).padStart(2, '0');
  const signedOn = year === 2026 ? `2026-${String((n % 9) + 1).padStart(2, '0')}-${day}` : `${year}-${month}-${day}`;
  const lines = Array.from({ length: Math.min(PRODUCTS_PER_DECISION, count - n * PRODUCTS_PER_DECISION) }, (_, place) => {
    const product = n * PRODUCTS_PER_DECISION + place;
    return `  - product: ${productId(product)}\n    act: recognition\n    stars: ${3 + (product % 3)}\n    basis: read\n`;
  });
  return `number: ${n + 1}/QĐ-UBND\nsignedOn: ${signedOn}\nissuer: unknown\nsources:\n  - title: dữ liệu đo tốc độ\nlines:\n${lines.join('')}`;
}

function communePlaces(placesDir: string): { commune: string; province: string }[] {
  const rows = (name: string): Record<string, string>[] => {
    const [header = '', ...lines] = readFileSync(join(placesDir, name), 'utf8').trim().split('\n');
    const columns = header.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((value, place) => [columns[place] as string, value])));
  };
  const provinces = new Map(rows('provinces.csv').map((row) => [row['code'], row['name'] as string]));
  return rows('communes.csv').map((row) => ({ commune: row['name'] as string, province: provinces.get(row['province_code']) as string }));
}

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
