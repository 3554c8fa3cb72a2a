import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { IsoDate } from '../../domain/calendar-day.ts';
import type { Lot } from '../../domain/lot.ts';
import { mmOfDots, symbolSide } from '../qr/print-size.ts';
import { labelFacts, type LabelSubject } from './label-facts.ts';
import { labelsOnPage } from './label-grid.ts';
import { printLabels, type LabelFile, type PrintedLabels } from './label-job.ts';
import { findSubject } from './find-subject.ts';
import { readLabelsArguments, type LabelsArguments } from './labels-arguments.ts';
import { issueSerials, serialsCsv, type IssuedSerials } from './serials.ts';

export interface LabelsCommandParts {
  catalogue: Catalogue;
  /** Origin without trailing slash. */
  siteUrl: string;
  /** Today in Việt Nam. */
  today: IsoDate;
  say(text: string): void;
  random(bytes: number): Uint8Array;
  /** Hashes of serials that the lot has already. */
  knownSerials(lot: Lot): readonly string[];
  /** Adds hashes to the lot's record; throws with a sentence when the register cannot take them. */
  keepSerials(lot: Lot, hashes: readonly string[]): void;
  /** Writes files into a folder, the default one when it is undefined; gives back the folder. */
  write(folder: string | undefined, files: readonly LabelFile[]): string;
}

/** One file a label: a folder with more of them helps nobody. */
const MOST_PICTURES = 500;

/** `npm run labels`: 0 when the labels are written, 1 when nothing was. */
export async function labelsCommand(argv: readonly string[], parts: LabelsCommandParts): Promise<0 | 1> {
  const { catalogue, siteUrl, today, say } = parts;
  const args = readLabelsArguments(argv);
  if (typeof args === 'string') return say(args), 1;
  const subject = findSubject(catalogue, args.subject);
  if (typeof subject === 'string') return say(subject), 1;
  if (args.format !== 'pdf' && args.serials > MOST_PICTURES) return say(`Mỗi nhãn một tệp thì nhiều nhất ${MOST_PICTURES} nhãn; dùng --format pdf.`), 1;

  const { lot } = subject;
  const issued = lot === undefined || args.serials === 0 ? undefined : issueSerials(lot.code, args.serials, parts.knownSerials(lot), parts.random);
  const subjects = issued === undefined ? [subject] : issued.serials.map((serial) => ({ ...subject, serial }));
  const copies = issued === undefined ? (args.copies ?? labelsOnPage(args.grid)) : 1;
  const choices = { siteUrl, printedOn: today, capitals: args.capitals };
  const printed = await printLabels({ catalogue, subjects, grid: args.grid, format: args.format, copies, symbolOnly: args.symbolOnly, ...choices });
  if (printed.files.length === 0) return say(`Nhãn ${args.grid.id} không đủ chỗ cho các dòng bắt buộc; chọn --grid rộng hơn.`), 1;

  if (issued !== undefined && lot !== undefined) parts.keepSerials(lot, issued.hashes);
  const folder = parts.write(args.out, [...printed.files, ...(issued === undefined ? [] : [listOf(issued, subject, catalogue, choices)])]);
  for (const sentence of sentences(printed, args, subject, siteUrl)) say(sentence);
  if (issued !== undefined) say(`Đã cấp ${issued.serials.length} số sê-ri. Hồ sơ chỉ giữ mã băm: số gốc chỉ có trong các tệp này, hãy cất giữ.`);
  say(`Đã ghi vào ${folder}: ${printed.files.length === 1 ? (printed.files[0]?.name ?? '') : `${printed.files.length} tệp`}`);
  return 0;
}

function listOf({ serials }: IssuedSerials, subject: LabelSubject, catalogue: Catalogue, choices: Parameters<typeof labelFacts>[2]): LabelFile {
  const rows = serials.map((serial) => ({ serial, address: labelFacts(catalogue, { ...subject, serial }, choices).address }));
  const name = `so-seri-${subject.product.id}-${subject.lot?.code ?? ''}-${choices.printedOn}-${serials[0] ?? ''}.csv`;
  return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(serialsCsv(rows)) };
}

/** What whoever prints should know, warnings first. */
function sentences({ facts, modules, notes }: PrintedLabels, args: LabelsArguments, { pack }: LabelSubject, siteUrl: string): string[] {
  const side = mmOfDots(symbolSide(modules, args.grid.moduleDots)).toFixed(1).replace('.', ',');
  return [
    ...(facts.warnings.includes('THỬ NGHIỆM') ? [`CẢNH BÁO: SITE_URL là ${siteUrl}, điện thoại của người mua không mở được. Nhãn ghi THỬ NGHIỆM, không dán lên hàng. Đặt SITE_URL là tên miền thật rồi in lại.`] : []),
    ...(facts.warnings.includes('DỮ LIỆU MINH HOẠ') ? ['Hàng này là dữ liệu minh hoạ: nhãn ghi rõ như vậy, không dùng để bán.'] : []),
    ...(notes.has('symbol-large') ? [`CẢNH BÁO: mã QR có ${modules} ô mỗi cạnh, rộng ${side} mm, khó in trên bao bì nhỏ. Tên miền ngắn hơn, mã lô ngắn hơn${args.capitals ? '' : ' hoặc --capitals'} sẽ làm mã nhỏ lại.`] : []),
    ...(notes.has('no-room-for-ean13') ? [`Nhãn ${args.grid.id} không đủ chỗ cho mã vạch EAN-13 ${pack.gtin ?? ''}: giữ mã vạch đã in trên bao bì, hoặc chọn --grid rộng hơn.`] : []),
    facts.withoutStar === undefined ? `Nhãn in sao OCOP: ${facts.star?.stars ?? ''} sao.` : `Nhãn không in sao OCOP: ${facts.withoutStar}.`,
    `Mã QR: ${facts.address} (${modules} ô, ${side} mm kể cả viền trắng).`,
  ];
}
