import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newTraceCode } from '../../../src/domain/trace-code.ts';
import type { LabelFile } from '../../../src/trace/labels/label-job.ts';
import { labelsCommand, type LabelsCommandParts } from '../../../src/trace/labels/labels-command.ts';
import { serialHash } from '../../../src/trace/labels/serials.ts';
import { decision, registerView } from '../../page-data/register-view.ts';

const pack = { sku: 'mam-500', label: 'Chai 500 ml', gtin: '9521234567899', coveredByDecision: 'yes' };
const view = registerView({
  products: {
    mam: { name: 'Nước mắm', producer: 'htx', packs: [pack, { sku: 'mam-le', label: 'Chai lẻ', coveredByDecision: 'yes' }] },
    mat: { name: 'Mật ong', packs: [{ sku: 'mat-200', label: 'Hũ', traceCode: newTraceCode(new Uint8Array(9).fill(5)), coveredByDecision: 'yes' }], sample: true },
  },
  producers: { htx: { name: 'HTX Thử' } },
  decisions: { 'qd-1': decision('2024-10-15', { mam: 4 }) },
  lots: { 'mam/L-1': { sku: 'mam-500', useBy: '2027-10-01' }, 'mam/L-2': { sku: 'mam-500', recall: { on: '2026-11-01', reason: { vi: 'x' }, whatToDo: { vi: 'y' } } } },
});

interface Ran {
  code: 0 | 1;
  said: string;
  files: readonly LabelFile[];
  kept: readonly string[];
}

async function run(line: string, more: Partial<LabelsCommandParts> = {}): Promise<Ran> {
  const said: string[] = [];
  let files: readonly LabelFile[] = [];
  let kept: readonly string[] = [];
  const code = await labelsCommand(line.split(' ').filter(Boolean), {
    catalogue: view.catalogue,
    siteUrl: 'https://ocop.example',
    today: '2026-11-22',
    say: (text) => void said.push(text),
    random: randomBytes,
    knownSerials: () => [],
    keepSerials: (_, hashes) => void (kept = hashes),
    write: (folder = 'var/labels', written) => ((files = written), folder),
    ...more,
  });
  return { code, said: said.join('\n'), files, kept };
}

test.each([
  ['--pack mam-50', 'Không có quy cách "mam-50". Có phải "mam-500"?'],
  ['--pack mam-le', 'Quy cách "mam-le" (Nước mắm, Chai lẻ) chưa có GTIN, cũng chưa có mã truy vết'],
  ['--lot man/L-1', 'Không có sản phẩm "man". Có phải "mam"?'],
  ['--lot mam/L-9', 'Nước mắm không có lô "L-9". Có phải "L-1"?'],
  ['--lot mat/L-1', 'Mật ong chưa có lô nào trong hồ sơ.'],
  ['--lot mam/L-2', 'Lô L-2 đã thu hồi ngày 01/11/2026: không in nhãn cho lô này.'],
  ['--lot mam', '--lot "mam" chưa đúng'],
  ['', 'Cần đúng một trong hai: --pack hoặc --lot.'],
  ['--pack mam-500 --lot mam/L-1', 'Cần đúng một trong hai'],
  ['--pack mam-500 --serials 5', '--serials chỉ đi cùng --lot'],
  ['--lot mam/L-1 --serials 5 --copies 2', 'mỗi số sê-ri chỉ in một lần'],
  ['--pack mam-500 --format bmp', '--format "bmp" không có: chọn pdf, svg, png.'],
  ['--pack mam-500 --grid 7x7', '--grid "7x7" không có: chọn 3x8, 4x10, 2x5, 1x1.'],
  ['--pack mam-500 --copies 0', '--copies "0" chưa đúng'],
  ['--lot mam/L-1 --serials 501 --format png', 'nhiều nhất 500 nhãn'],
  ['--pack mam-500 --khac', '--khac'],
])('%s is refused with a reason, and nothing is written', async (line, words) => {
  const { code, said, files, kept } = await run(line);
  expect(said).toContain(words);
  expect([code, files, kept]).toEqual([1, [], []]);
});

test('a sheet of a lot is written, with the star that holds today', async () => {
  const { code, said, files } = await run('--lot mam/L-1 --copies 3');
  expect([code, files.map(({ name }) => name)]).toEqual([0, ['nhan-mam-500-L-1-3x8.pdf']]);
  expect(said).toContain('Nhãn in sao OCOP: 4 sao.');
  expect(said).toContain('Mã QR: https://ocop.example/01/09521234567899/10/L-1 (29 ô, 18,8 mm kể cả viền trắng).');
  expect(said).not.toContain('CẢNH BÁO');
});

test('after its last day the star is left out, and the reason is said', async () => {
  expect((await run('--pack mam-500', { today: '2027-10-15' })).said).toContain('Nhãn in sao OCOP: 4 sao.');
  expect((await run('--pack mam-500', { today: '2027-10-16' })).said).toContain('Nhãn không in sao OCOP: sao OCOP hết hiệu lực từ 16/10/2027.');
});

test.each(['http://localhost:4321', 'http://127.0.0.1:8080'])('on %s the sheet is marked as a trial, loudly', async (siteUrl) => {
  const { said, files } = await run('--pack mam-500 --format svg', { siteUrl });
  expect(said).toMatch(/^CẢNH BÁO: SITE_URL là http/);
  expect(files).toHaveLength(1);
});

test('an address that makes a large symbol is warned about', async () => {
  const { said } = await run('--lot mam/L-1', { siteUrl: 'https://truy-xuat-nguon-goc-san-pham-ocop.tinh-ha-tinh.example.gov.vn' });
  expect(said).toContain('CẢNH BÁO: mã QR có 41 ô mỗi cạnh');
});

test('practice goods say that they are', async () => {
  expect((await run('--pack mat-200')).said).toContain('dữ liệu minh hoạ');
});

test('a batch of serials keeps hashes alone; the plain ones are in the files and are said nowhere', async () => {
  const { code, said, files, kept } = await run('--lot mam/L-1 --serials 4');
  expect([code, files.map(({ type }) => type)]).toEqual([0, ['application/pdf', 'text/csv; charset=utf-8']]);
  const rows = Buffer.from(files[1]?.bytes as Uint8Array).toString().split('\r\n').slice(1, -1);
  const serials = rows.map((row) => row.split(',')[1] as string);
  expect(serials.map((serial) => serialHash('L-1', serial))).toEqual(kept);
  expect(rows.every((row, at) => row.endsWith(`https://ocop.example/01/09521234567899/10/L-1/21/${serials[at]}`))).toBe(true);
  expect(serials.slice(1).filter((serial) => said.includes(serial))).toEqual([]);
});

test('when the record cannot take the hashes, no label leaves', async () => {
  let written = false;
  const keepSerials = (): never => {
    throw new Error('đang có lần nhập khác ghi');
  };
  const write = (): string => ((written = true), '');
  await expect(run('--lot mam/L-1 --serials 4', { keepSerials, write })).rejects.toThrow('đang có lần nhập khác ghi');
  expect(written).toBe(false);
});
