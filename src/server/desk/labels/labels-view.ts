import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { IsoDate } from '../../../domain/calendar-day.ts';
import { fold } from '../../../domain/fold.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { deskPath } from '../../../paths.ts';
import type { ChosenLabels, LabelPreviewView, LabelsView } from '../../../publish/desk-labels.ts';
import { mmOfDots, symbolSide } from '../../../trace/qr/print-size.ts';
import { recalled, withoutAddress } from '../../../trace/labels/find-subject.ts';
import { LABEL_GRIDS, type LabelGrid } from '../../../trace/labels/label-grid.ts';
import { LABEL_FORMATS, labelPreview } from '../../../trace/labels/label-job.ts';
import { hasAddress, type LabelFacts, type LabelSubject } from '../../../trace/labels/label-facts.ts';
import { copiesOf, FIELDS, MOST_COPIES, subjectsOf, valueOf, type LabelRequest } from './label-request.ts';

const SHOWN = 30;

export interface LabelsContext {
  catalogue: Catalogue;
  siteUrl: string;
  today: IsoDate;
  mayIssue: boolean;
}

export function labelsView(context: LabelsContext, request: LabelRequest): LabelsView {
  const wanted = fold(request.search);
  const found = wanted === '' ? undefined : context.catalogue.products.filter(({ name, packs }) => packs.length > 0 && fold(name).includes(wanted));
  return {
    search: request.search,
    ...(found !== undefined && { found: found.slice(0, SHOWN).map(({ id, name, packs, sample }) => ({ id, name, note: `${packs.length} quy cách${sample ? ', dữ liệu minh hoạ' : ''}` })) }),
    more: (found?.length ?? 0) > SHOWN,
    ...(request.product !== undefined && { chosen: chosenOf(context, request, request.product) }),
  };
}

function chosenOf(context: LabelsContext, request: LabelRequest, product: NonNullable<LabelRequest['product']>): ChosenLabels {
  const { subject, grid, copies, capitals } = request;
  const subjects = subjectsOf(context.catalogue, product);
  const preview = subject && previewOf(context, request, subject);
  return {
    product: { id: product.id, name: product.name },
    subjects: subjects.map((one) => ({ value: valueOf(one), label: words(one), selected: subject !== undefined && valueOf(one) === valueOf(subject) })),
    grids: LABEL_GRIDS.map(({ id, columns, rows, words: said }) => ({ value: id, label: `${columns} × ${rows}: ${said}`, selected: id === grid.id })),
    copies,
    capitals,
    without: [
      ...product.packs.filter((pack) => !hasAddress(pack)).map((pack) => withoutAddress({ product, pack })),
      ...context.catalogue.lotsOf(product.id).filter(({ recall }) => recall !== undefined).map(recalled),
    ],
    ...(preview !== undefined && { preview }),
    problems: [
      ...(subjects.length > 0 && subject === undefined ? ['Không thấy quy cách hoặc lô vừa chọn: có thể hồ sơ vừa đổi. Hãy chọn lại.'] : []),
      ...(copiesOf(request) === undefined ? [`Số nhãn "${copies}" chưa đúng: ghi số nguyên từ 1 đến ${MOST_COPIES}, hoặc để trống cho đủ một tờ.`] : []),
    ],
  };
}

function previewOf({ catalogue, siteUrl, today, mayIssue }: LabelsContext, request: LabelRequest, subject: LabelSubject): LabelPreviewView {
  const { grid, capitals } = request;
  const { svg, facts, modules, notes } = labelPreview({ catalogue, siteUrl, printedOn: today, grid, capitals }, subject);
  const fits = !notes.includes('no-room-for-text');
  return {
    image: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    width: mmOfDots(grid.width),
    height: mmOfDots(grid.height),
    facts: factsOf(facts, modules, grid),
    warnings: [
      ...(facts.warnings.includes('THỬ NGHIỆM') ? [`Trang đang chạy ở ${siteUrl}, điện thoại của người mua không mở được. Nhãn ghi THỬ NGHIỆM, không dán lên hàng.`] : []),
      ...(fits ? [] : ['Nhãn cỡ này không đủ chỗ cho các dòng bắt buộc. Hãy chọn cỡ lớn hơn.']),
      ...(notes.includes('symbol-large') ? [`Mã QR có ${modules} ô mỗi cạnh, khó in trên bao bì nhỏ. Tên miền hoặc mã lô ngắn hơn${capitals ? '' : ', hoặc địa chỉ viết hoa,'} sẽ làm mã nhỏ lại.`] : []),
      ...(notes.includes('no-room-for-ean13') ? ['Nhãn cỡ này không đủ chỗ cho mã vạch EAN-13: giữ mã vạch đã in trên bao bì, hoặc chọn cỡ lớn hơn.'] : []),
    ],
    downloads: fits && copiesOf(request) !== undefined ? LABEL_FORMATS.map((format) => ({ text: DOWNLOADS[format], href: fileAddress(request, subject, format) })) : [],
    ...(subject.lot !== undefined && fits && { serials: { subject: valueOf(subject), grid: grid.id, most: MOST_COPIES, mayIssue } }),
  };
}

const DOWNLOADS = { pdf: 'Tờ in A4 (PDF)', svg: 'Một nhãn (SVG)', png: 'Một nhãn (PNG 600 dpi)' } as const;

function factsOf(facts: LabelFacts, modules: number, { moduleDots }: LabelGrid): LabelPreviewView['facts'] {
  const mm = (dots: number, digits: number): string => mmOfDots(dots).toFixed(digits).replace('.', ',');
  return [
    { label: 'Sao OCOP', value: facts.star === undefined ? `không in: ${facts.withoutStar ?? ''}` : `in ${facts.star.stars} sao, hiệu lực đến ${formatDate(facts.star.until, 'vi')}` },
    { label: 'Mã QR mở', value: facts.address },
    { label: 'Cỡ mã QR', value: `${mm(symbolSide(modules, moduleDots), 1)} mm kể cả viền trắng, mỗi ô ${mm(moduleDots, 3)} mm` },
    { label: 'Mã vạch', value: facts.ean13 === undefined ? 'không có (quy cách chưa có GTIN-13)' : facts.ean13 },
  ];
}

function fileAddress({ product, grid, copies, capitals }: LabelRequest, subject: LabelSubject, format: string): string {
  const query = new URLSearchParams({ [FIELDS.product]: product?.id ?? '', [FIELDS.subject]: valueOf(subject), [FIELDS.grid]: grid.id, [FIELDS.format]: format });
  if (copies !== '') query.set(FIELDS.copies, copies);
  if (capitals) query.set(FIELDS.capitals, 'on');
  return `${deskPath('nhan', 'tep')}?${query}`;
}

function words({ pack, lot }: LabelSubject): string {
  return lot === undefined ? `${pack.label}, không theo lô` : `${pack.label}, lô ${lot.code}`;
}
