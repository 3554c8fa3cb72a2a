import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { derivePhotograph } from '../../src/media/photograph.ts';
import * as raster from '../../src/media/raster.ts';

vi.mock(import('../../src/media/raster.ts'), { spy: true });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photograph-'));
  await writeFile(join(folder, 'a.jpg'), await sharp({ create: { width: 40, height: 30, channels: 3, background: '#abc' } }).jpeg().toBuffer());
});

afterEach(async () => {
  vi.resetAllMocks();
  await rm(folder, { recursive: true, force: true });
});

test.each(['readUpright', 'encodePhoto'] as const)('%s running out of time is a problem of the photograph, and nothing counts as made', async (step) => {
  vi.mocked(raster[step]).mockRejectedValue(new Error('timeout: 42% complete'));
  const made = await derivePhotograph({ file: join(folder, 'a.jpg'), cacheDir: join(folder, 'cache'), seconds: 7 });
  expect(made).toMatchObject({ field: 'photograph', severity: 'error', message: '"a.jpg" took longer than 7 seconds to read; save it again as JPEG' });
  const kept = await readdir(join(folder, 'cache', 'photo')).catch(() => []);
  expect(kept.filter((name) => name.endsWith('.json'))).toEqual([]);
});

test('every step is given the limit', async () => {
  await derivePhotograph({ file: join(folder, 'a.jpg'), cacheDir: join(folder, 'cache'), seconds: 7 });
  expect(vi.mocked(raster.readUpright).mock.calls.map((call) => call.at(-1))).toEqual([7]);
  expect(vi.mocked(raster.encodePhoto).mock.calls.map((call) => call.at(-1))).toEqual([7, 7, 7]);
});
