import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../src/domain/problem.ts';
import { derivePhotograph, isPhotograph, photographFile, type PhotographDerivatives } from '../../src/media/photograph.ts';

let root: string;
let folder: string;
let cacheDir: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'photograph-'));
  folder = join(root, 'nuoc-mam');
  cacheDir = join(root, 'cache');
  await mkdir(folder);
});

afterEach(() => rm(root, { recursive: true, force: true }));

const record = { file: 'content/products/nuoc-mam/product.yaml', field: 'photographs.0.file' };

function picture(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (i * 7 + ((i / width) | 0) * 3) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function put(name: string, bytes: Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function derive(file: string, more: { widths?: number[]; folder?: string; seconds?: number } = {}): Promise<PhotographDerivatives> {
  const result = await derivePhotograph({ file, cacheDir, record, ...more });
  if (!isPhotograph(result)) throw new Error(formatProblem(result));
  return result;
}

async function refused(file: string, more: { folder?: string } = {}): Promise<Problem> {
  const result = await derivePhotograph({ file, cacheDir, record, ...more });
  if (isPhotograph(result)) throw new Error('a problem was expected');
  expect({ file: result.file, field: result.field, severity: result.severity }).toEqual({ ...record, severity: 'error' });
  return result;
}

async function read(path: string): Promise<Buffer> {
  const found = photographFile(cacheDir, path);
  return readFile((found as { file: string }).file);
}

describe('a sound photograph', () => {
  test('becomes AVIF, WebP and JPEG in the widths asked for, never larger than it is', async () => {
    const file = await put('a.jpg', await picture(700, 350).jpeg().toBuffer());
    const made = await derive(file);
    expect(made).toMatchObject({ kind: 'photograph', width: 700, height: 350 });
    expect(made.colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(made.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
    for (const { images, type } of made.sources) {
      expect(images.map(({ width }) => width)).toEqual([320, 480, 640, 700]);
      for (const { path, width } of images) {
        expect(path).toMatch(new RegExp(`^/media/photo/${made.hash}-${width}\\.(avif|webp|jpg)$`));
        const header = await sharp(await read(path)).metadata();
        expect(header.width).toBe(width);
        expect(type).toContain(header.format === 'heif' ? 'avif' : header.format);
      }
    }
  });

  test('smaller than every width keeps its own', async () => {
    const made = await derive(await put('a.png', await picture(100, 60).png().toBuffer()));
    expect(made.sources.map(({ images }) => images.map(({ width }) => width))).toEqual([[100], [100], [100]]);
  });

  test('is turned upright and loses where it was taken', async () => {
    const taken = await picture(400, 200)
      .withExif({ IFD0: { Artist: 'Nguyen Van A', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 16/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await sharp(taken).metadata();
    expect(before.orientation).toBe(6);
    const made = await derive(await put('a.jpg', taken), { widths: [160] });
    expect(made).toMatchObject({ width: 160, height: 320 });
    for (const { images } of made.sources) {
      const bytes = await read(images[0]?.path ?? '');
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, orientation: orientation ?? 1 }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, orientation: 1 });
      expect(bytes.includes('Nguyen Van A')).toBe(false);
    }
  });

  test('with transparency, in grey or in CMYK comes out as plain colour', async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    const grey = await picture(50, 50).greyscale().jpeg().toBuffer();
    const cmyk = await picture(50, 50).toColourspace('cmyk').jpeg().toBuffer();
    expect((await derive(await put('clear.png', clear))).colour).toMatch(/^#f/);
    for (const [name, bytes] of [['grey.jpg', grey], ['cmyk.jpg', cmyk]] as const) {
      const made = await derive(await put(name, bytes));
      expect((await sharp(await read(made.sources[2]?.images[0]?.path ?? '')).metadata()).space).toBe('srgb');
    }
  });

  test('is made once: the same bytes under another name come from the cache, a lost derivative is made again', async () => {
    const bytes = await picture(330, 200).jpeg().toBuffer();
    const first = await derive(await put('a.jpg', bytes), { widths: [320] });
    const path = first.sources[1]?.images[0]?.path ?? '';
    const { file } = photographFile(cacheDir, path) as { file: string };
    await writeFile(file, 'kept');
    expect(await derive(await put('b.jpg', bytes), { widths: [320] })).toEqual(first);
    expect(await readFile(file, 'utf8')).toBe('kept');
    await rm(file);
    expect(await derive(await put('b.jpg', bytes), { widths: [320] })).toEqual(first);
    expect((await stat(file)).size).toBeGreaterThan(100);
  });

  test('gets another address when its content or the widths change, and no part files stay', async () => {
    const file = await put('a.jpg', await picture(400, 200).jpeg().toBuffer());
    const hashes = [await derive(file, { widths: [320] }), await derive(file, { widths: [160] })].map(({ hash }) => hash);
    await put('a.jpg', await picture(400, 210).jpeg().toBuffer());
    hashes.push((await derive(file, { widths: [320] })).hash);
    expect(new Set(hashes).size).toBe(3);
    expect((await readdir(join(cacheDir, 'photo'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('derived twice at once gives the same result', async () => {
    const file = await put('a.jpg', await picture(400, 200).jpeg().toBuffer());
    const [one, two] = await Promise.all([derive(file, { widths: [160] }), derive(file, { widths: [160] })]);
    expect(one).toEqual(two);
  });
});

describe('what is no sound photograph is a named problem', () => {
  test('missing', async () => {
    const { message } = await refused(join(folder, 'khong-co.jpg'));
    expect(message).toBe('"khong-co.jpg" was not found; put the photograph beside its record or correct the name');
  });

  test('empty', async () => {
    const problem = await refused(await put('a.jpg', Buffer.alloc(0)));
    expect(formatProblem(problem)).toBe(
      'content/products/nuoc-mam/product.yaml: photographs.0.file "a.jpg" is empty (0 bytes); copy the photograph again',
    );
    expect(problem.messageVi).toBe('"a.jpg" là tệp rỗng (0 byte); hãy chép lại ảnh');
  });

  test('text under a picture’s name', async () => {
    expect((await refused(await put('a.jpg', Buffer.from('không phải ảnh')))).message).toBe('"a.jpg" is no picture that can be read; save it as JPEG');
  });

  test('HEIC as telephones write it', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(500)]);
    expect((await refused(await put('a.heic', heic))).message).toBe('"a.heic" is HEIC, a format that cannot be read here; save it as JPEG');
  });

  test('random bytes behind the first bytes of a JPEG', async () => {
    const jpeg = await picture(300, 300).jpeg().toBuffer();
    const noise = Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(4000, 0x5a)]);
    expect((await refused(await put('a.jpg', noise))).message).toMatch(/^"a.jpg" is (no picture that can be read|damaged or cut off)/);
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s that was cut off in the middle', async (format) => {
    const whole = await picture(600, 400).toFormat(format, format === 'avif' ? { effort: 0 } : {}).toBuffer();
    const { message } = await refused(await put(`a.${format}`, whole.subarray(0, whole.length / 2)));
    expect(message).toMatch(/^"a\.\w+" is (no picture that can be read|damaged or cut off)/);
  });

  test('a drawing or an animation instead of a photograph', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="5" height="5"/></svg>');
    expect((await refused(await put('a.jpg', svg))).message).toBe('"a.jpg" is svg, not a photograph; save it as JPEG');
    expect((await refused(await put('b.jpg', await picture(9, 9).gif().toBuffer()))).message).toBe('"b.jpg" is gif, not a photograph; save it as JPEG');
  });

  test('a small file that unpacks to more than 100 million pixels', async () => {
    expect((await refused(await put('a.png', pixelBomb(30_000, 30_000)))).message).toBe(
      '"a.png" has 30000 × 30000 pixels, more than 100 million; save it smaller, 2560 pixels wide is plenty',
    );
  });

  test('more than 40 MB', async () => {
    const file = await put('a.jpg', Buffer.from('x'));
    await truncate(file, 40_000_001);
    expect((await refused(file)).message).toBe('"a.jpg" has 41 MB, more than 40; save it smaller, 2560 pixels wide is plenty');
  });

  test('a link out of its folder, also through a linked folder, and a link to itself', async () => {
    const outside = join(root, 'secret.jpg');
    await writeFile(outside, await picture(20, 20).jpeg().toBuffer());
    await symlink(outside, join(folder, 'a.jpg'));
    await symlink(root, join(folder, 'anh'));
    await symlink(join(folder, 'c.jpg'), join(folder, 'c.jpg'));
    const out = 'leads out of its folder; put the photograph itself there, not a link';
    expect((await refused(join(folder, 'a.jpg'))).message).toBe(`"a.jpg" ${out}`);
    expect((await refused(join(folder, 'anh', 'secret.jpg'), { folder })).message).toBe(`"secret.jpg" ${out}`);
    expect((await refused(join(folder, '..', 'secret.jpg'), { folder })).message).toBe(`"secret.jpg" ${out}`);
    expect((await refused(join(folder, 'c.jpg'))).message).toBe('"c.jpg" is a link to itself; put the photograph itself there');
  });

  test('a folder, and a pipe that would never end', async () => {
    await mkdir(join(folder, 'a.jpg'));
    const notFile = 'is not a file; put a JPEG, PNG, WebP or AVIF photograph there';
    expect((await refused(join(folder, 'a.jpg'))).message).toBe(`"a.jpg" ${notFile}`);
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'b.jpg')]);
    expect((await refused(join(folder, 'b.jpg'))).message).toBe(`"b.jpg" ${notFile}`);
  });

  test('leaves nothing in the cache', async () => {
    const whole = await picture(600, 400).jpeg().toBuffer();
    await refused(await put('a.jpg', whole.subarray(0, 5000)));
    await expect(readdir(cacheDir)).rejects.toThrow('ENOENT');
  });
});

test('an address that is no derivative names no file', () => {
  const hash = 'a'.repeat(24);
  for (const path of [`/media/photo/${hash}-320.svg`, `/media/photo/../${hash}-320.jpg`, `/media/photo/${hash}.json`, `/media/photo/${hash}-320.jpg/..`, '/media/photo/', `/x/media/photo/${hash}-320.jpg`]) {
    expect(photographFile(cacheDir, path)).toBeUndefined();
  }
  expect(photographFile(cacheDir, `/media/photo/${hash}-320.jpg`)?.type).toBe('image/jpeg');
});

function pixelBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * 64);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
