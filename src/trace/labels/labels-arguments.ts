import { parseArgs } from 'node:util';
import { DEFAULT_GRID, gridOf, LABEL_GRIDS, type LabelGrid } from './label-grid.ts';
import { LABEL_FORMATS, type LabelFormat } from './label-job.ts';

export interface LabelsArguments {
  subject: { sku: string } | { product: string; lot: string };
  /** How many packs get a number of their own; 0: none does. */
  serials: number;
  format: LabelFormat;
  grid: LabelGrid;
  /** Undefined: as many as fill one page. */
  copies: number | undefined;
  out: string | undefined;
  capitals: boolean;
  symbolOnly: boolean;
}

/** More than anybody prints at once, and still a file that opens. */
const MOST_LABELS = 10_000;

export const USAGE = `Cách dùng: npm run labels -- --pack MÃ-QUY-CÁCH | --lot SẢN-PHẨM/MÃ-LÔ [lựa chọn]
  --pack SKU             nhãn cho một quy cách, không theo lô
  --lot SẢN-PHẨM/MÃ-LÔ   nhãn cho một lô
  --serials N            N nhãn, mỗi nhãn một số sê-ri (chỉ đi cùng --lot)
  --format pdf|svg|png   mặc định pdf
  --grid ${LABEL_GRIDS.map(({ id }) => id).join('|')}   mặc định ${DEFAULT_GRID.id}
${LABEL_GRIDS.map(({ id, words }) => `                         ${id}: ${words}`).join('\n')}
  --copies N             số nhãn in ra, mặc định đủ một tờ
  --out THƯ-MỤC          nơi ghi tệp, mặc định var/labels
  --symbol               chỉ mã QR, để thiết kế bao bì (svg hoặc png)
  --capitals             địa chỉ viết hoa toàn bộ: mã QR nhỏ hơn khi địa chỉ dài`;

/** Reads the command line; a string is what is wrong with it. */
export function readLabelsArguments(argv: readonly string[]): LabelsArguments | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        pack: { type: 'string' }, lot: { type: 'string' }, serials: { type: 'string' }, format: { type: 'string' }, grid: { type: 'string' },
        copies: { type: 'string' }, out: { type: 'string' }, symbol: { type: 'boolean' }, capitals: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
  const { pack, lot, out, symbol = false, capitals = false } = values;
  if ((pack === undefined) === (lot === undefined)) return `Cần đúng một trong hai: --pack hoặc --lot.\n${USAGE}`;
  const [product, code, ...more] = (lot ?? '').split('/');
  if (lot !== undefined && (!product || !code || more.length > 0)) return `--lot "${lot}" chưa đúng: ghi mã sản phẩm, gạch chéo, mã lô, ví dụ nuoc-mam-mau/L-20261001.`;
  const format = LABEL_FORMATS.find((one) => one === (values.format ?? (symbol ? 'svg' : 'pdf')));
  if (format === undefined) return `--format "${values.format}" không có: chọn ${LABEL_FORMATS.join(', ')}.`;
  if (symbol && format === 'pdf') return '--symbol chỉ đi cùng --format svg hoặc png.';
  const grid = gridOf(values.grid ?? DEFAULT_GRID.id);
  if (grid === undefined) return `--grid "${values.grid}" không có: chọn ${LABEL_GRIDS.map(({ id }) => id).join(', ')}.`;
  const [serials, copies] = [wholeNumber(values.serials ?? '0', 0), values.copies === undefined ? undefined : wholeNumber(values.copies, 1)];
  if (typeof serials === 'string') return `--serials ${serials}`;
  if (typeof copies === 'string') return `--copies ${copies}`;
  if (serials > 0 && lot === undefined) return '--serials chỉ đi cùng --lot: số sê-ri luôn thuộc về một lô.';
  if (serials > 0 && copies !== undefined && copies > 1) return '--serials đã là số nhãn: mỗi số sê-ri chỉ in một lần, bỏ --copies.';
  return { subject: pack === undefined ? { product: product as string, lot: code as string } : { sku: pack }, serials, format, grid, copies, out, capitals, symbolOnly: symbol };
}

function wholeNumber(text: string, least: number): number | string {
  const value = Number(text);
  return /^\d{1,6}$/.test(text) && value >= least && value <= MOST_LABELS ? value : `"${text}" chưa đúng: ghi số nguyên từ ${least} đến ${MOST_LABELS}.`;
}
