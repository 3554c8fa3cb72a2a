import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/domain/problem.ts';
import type { Product } from '../../src/domain/product.ts';
import { openMedia, type Media } from '../../src/media/media-files.ts';
import { derivePhotograph, isPhotograph } from '../../src/media/photograph.ts';
import { productPhotographs } from '../../src/media/product-photographs.ts';
import { shareWords, type ShareWords } from '../../src/media/share-cards.ts';
import { parseSharePath } from '../../src/media/share-path.ts';
import { PAGE_KINDS, shareImagePath, type Language, type PageKind } from '../../src/paths.ts';
import { CATALOGUE } from './fixture-catalogue.ts';

const TODAY = '2026-11-21';
const publicDir = join(import.meta.dirname, '../../public');
let cacheDir: string;

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'media-'));
});

afterEach(() => rm(cacheDir, { recursive: true, force: true }));

const open = (asOf = TODAY): Media => openMedia({ catalogue: CATALOGUE, cacheDir, publicDir, asOf });

function words(kind: PageKind | 'home', id: string, language: Language = 'vi', asOf = TODAY): ShareWords {
  return shareWords(CATALOGUE, { kind, id, language }, asOf) as ShareWords;
}

describe('the address of a share image', () => {
  test('reads back what the path was built from, for every kind and both languages', () => {
    for (const kind of ['home', ...PAGE_KINDS] as const) {
      for (const language of ['vi', 'en'] as const) {
        expect(parseSharePath(shareImagePath(language, kind, 'ha-tinh/thien-cam'))).toEqual({ kind, id: 'ha-tinh/thien-cam', language });
        expect(parseSharePath(shareImagePath(language, kind))).toEqual({ kind, id: 'index', language });
      }
    }
  });

  test.each(['/media/share/products/a.fr.png', '/media/share/nothing/a.vi.png', '/media/share/products/.vi.png', '/media/share/products/%E0%A4%A.vi.png', '/media/share/a.vi.png', '/'])(
    'is none: %s',
    (path) => expect(parseSharePath(path)).toBeUndefined(),
  );
});

describe('what a share image says', () => {
  test('of a product: its names, maker, place, star and the last day, in both languages', () => {
    expect(words('products', 'nuoc-mam-phu-sang')).toMatchObject({
      siteName: 'Danh mục OCOP',
      title: 'Nước mắm Phú Sáng',
      lines: ['HTX Dịch vụ chế biến hải sản Phú Sáng', 'Xã Thiên Cầm, Hà Tĩnh'],
      seal: { stars: 4, status: 'valid', words: '4 sao · còn hiệu lực đến 15/10/2027' },
      drawing: 'fish-sauce',
    });
    expect(words('products', 'nuoc-mam-phu-sang', 'en')).toMatchObject({
      title: 'Phú Sáng fish sauce',
      lines: ['HTX Dịch vụ chế biến hải sản Phú Sáng', 'Thien Cam commune, Ha Tinh'],
      seal: { words: '4 stars · valid until 15 October 2027' },
    });
    expect(words('products', 'nuoc-mam-phu-sang').lit).toHaveLength(1);
  });

  test('follows the day: held on the last day, expired from the next, and then says what it is not', () => {
    const on = (day: string) => words('products', 'nuoc-mam-phu-sang', 'vi', day).seal;
    expect(on('2027-10-15')).toMatchObject({ status: 'expiring', words: '4 sao · còn hiệu lực đến 15/10/2027', detail: undefined });
    expect(on('2027-10-16')).toMatchObject({ status: 'expired', words: '4 sao · hết hiệu lực từ 16/10/2027' });
    expect(on('2027-10-16')?.detail).toMatch(/không phải hạn sử dụng/);
  });

  test('of a product whose producer, commune or number of stars nobody knows: says so and lights nothing', () => {
    const rice = words('products', 'gao-xuyen-huong');
    expect(rice.lines[0]).toBe('Chủ thể: chưa rõ');
    expect(rice.lit).toEqual([]);
    expect(rice.seal?.stars).toBeUndefined();
    expect(rice.seal?.words).toMatch(/^Số sao chưa rõ · hết hiệu lực/);
  });

  test('of practice data: carries its mark', () => {
    expect(words('products', 'mat-ong-mau').note).toBe('dữ liệu minh hoạ');
    expect(words('products', 'nuoc-mam-phu-sang').note).toBeUndefined();
  });

  test('of places: how many goods, neither alcohol nor practice data among them', () => {
    expect(words('communes', 'ha-tinh/cam-due')).toMatchObject({ title: 'Xã Cẩm Duệ', kicker: 'Tỉnh Hà Tĩnh', lines: [] });
    const commune = CATALOGUE.communeBySlug('ha-tinh', 'thien-cam');
    expect(words('communes', commune?.code ?? '')).toEqual(words('communes', 'ha-tinh/thien-cam'));
    expect(words('communes', 'ha-tinh/thien-cam').lit).toEqual([commune?.point]);
    expect(words('provinces', 'ha-tinh', 'en').title).toBe('Ha Tinh province');
  });

  test('exists for every record of the catalogue and for every list', () => {
    const addresses: [PageKind | 'home', string][] = [
      ...(['home', ...PAGE_KINDS] as const).map((kind): [PageKind | 'home', string] => [kind, 'index']),
      ...CATALOGUE.products.map(({ id }): [PageKind, string] => ['products', id]),
      ...CATALOGUE.products.flatMap(({ id }) => CATALOGUE.certificatesOf(id).map((certificate): [PageKind, string] => ['certificates', certificate.id])),
      ...CATALOGUE.producers.map(({ id }): [PageKind, string] => ['producers', id]),
      ...CATALOGUE.decisions.map(({ id }): [PageKind, string] => ['decisions', id]),
      ...CATALOGUE.provinces.map(({ slug }): [PageKind, string] => ['provinces', slug]),
      ...CATALOGUE.groups.map(({ id }): [PageKind, string] => ['groups', id]),
      ...['3', '4', '5'].map((star): [PageKind, string] => ['stars', star]),
    ];
    for (const [kind, id] of addresses) {
      for (const language of ['vi', 'en'] as const) {
        const said = words(kind, id, language);
        expect(said?.title, `${kind}/${id}`).toBeTruthy();
        expect(JSON.stringify(said)).not.toMatch(/undefined|NaN|\{\w+\}"/);
      }
    }
  });
});

describe('the media of a catalogue', () => {
  test('draws a share image once and keeps it', async () => {
    const path = shareImagePath('vi', 'products', 'nuoc-mam-phu-sang');
    const [first, again] = await Promise.all([open().shareImage(path), open().shareImage(path)]);
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(again?.equals(first as Buffer)).toBe(true);
    const [name, ...others] = await readdir(join(cacheDir, 'share'));
    expect(others).toEqual([]);
    await writeFile(join(cacheDir, 'share', name as string), 'kept');
    expect((await open().shareImage(path))?.toString()).toBe('kept');
  });

  test('draws anew when the day changes what is said, and not when it does not', async () => {
    const path = shareImagePath('vi', 'products', 'nuoc-mam-phu-sang');
    for (const day of ['2026-11-21', '2026-11-22', '2027-10-16']) await open(day).shareImage(path);
    expect(await readdir(join(cacheDir, 'share'))).toHaveLength(2);
  });

  test('has nothing for an unknown record or a path that is not its own', async () => {
    const media = open();
    for (const path of ['/media/share/products/khong-co.vi.png', '/media/share/stars/2.vi.png', '/media/share/communes/x/y.vi.png', '/media/share/home/x.vi.png', '/media/share/products/../../x.vi.png', '/robots.txt']) {
      expect(await media.shareImage(path)).toBeUndefined();
    }
    expect(await media.photograph(`/media/photo/${'a'.repeat(24)}-320.jpg`)).toBeUndefined();
    expect(await media.photograph('/media/photo/../../etc/passwd')).toBeUndefined();
    await expect(readdir(join(cacheDir, 'share'))).rejects.toThrow('ENOENT');
  });

  test('gives a photograph’s derivatives with their type', async () => {
    const file = join(cacheDir, 'a.jpg');
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#1F6B45' } }).jpeg().toFile(file);
    const made = await derivePhotograph({ file, cacheDir });
    if (!isPhotograph(made)) throw new Error(made.message);
    expect(made.colour).toMatch(/^#[0-3][0-9a-f][4-8][0-9a-f][2-6][0-9a-f]$/);
    for (const { type, images } of made.sources) {
      const answer = await open().photograph(images[0]?.path ?? '');
      expect(answer?.type).toBe(type);
      expect((await sharp(answer?.body).metadata()).width).toBe(40);
    }
  });
});

describe('the photographs that records name', () => {
  test('are derived where they are sound, and every other is a problem of its record', async () => {
    const contentDir = join(cacheDir, 'content');
    const folder = join(contentDir, 'samples/products/mat-ong-mau');
    await mkdir(folder, { recursive: true });
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#C98A1B' } }).jpeg().toFile(join(folder, 'hu.jpg'));
    await writeFile(join(folder, 'hong.jpg'), 'x');
    const alt = { vi: 'Hũ mật ong' };
    const honey = CATALOGUE.product('mat-ong-mau') as Product;
    const rice = CATALOGUE.product('gao-xuyen-huong') as Product;
    const { byProduct, problems } = await productPhotographs({
      products: [{ ...honey, photographs: [{ file: 'hong.jpg', alt }, { file: 'hu.jpg', alt }] }, { ...rice, photographs: [{ file: 'gao.jpg', alt }] }],
      contentDir,
      cacheDir,
    });
    expect([...byProduct].map(([id, made]) => [id, made.map(({ photograph, derivatives }) => `${photograph.file} ${derivatives.width}`)])).toEqual([['mat-ong-mau', ['hu.jpg 40']]]);
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      'content/samples/products/mat-ong-mau/product.yaml: photographs.0.file "hong.jpg" is no picture that can be read; save it as JPEG',
      'content/products/gao-xuyen-huong/product.yaml: photographs.0.file "gao.jpg" was not found; put the photograph beside its record or correct the name',
    ]);
  });
});
