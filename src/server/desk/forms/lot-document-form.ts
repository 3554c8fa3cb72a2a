import { LARGEST_DOCUMENT_BYTES } from '../../../catalogue/lot-folder.ts';
import { DOCUMENT_TYPES, kindOfBytes } from '../../../catalogue/stored-document.ts';
import { slugify } from '../../../domain/fold.ts';
import { deskPath } from '../../../paths.ts';
import { sha256Of } from '../changes/change-files.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedUpload, type Visit } from '../guard.ts';
import { fileNameOf, fileOf } from '../read-upload.ts';
import type { Route } from '../route.ts';
import { filled, formValues, type FormValues } from './form-values.ts';
import { lotFile, lotForm, lotPattern, LOT_ORDER, withLot, type OpenedLot } from './lot-record.ts';
import { inLotWords } from './lot-words.ts';
import { changedRecord, OPENED_WITH, proposeRecord, showForm, type Fields } from './record-form.ts';

const MARGIN = 64 * 1024;
const MEGABYTES = LARGEST_DOCUMENT_BYTES / 1024 / 1024;

/** `/quan-ly/ho-so/san-pham/<id>/lo/<code>/giay-to/`: a laboratory's report or another paper about a lot. */
export function lotDocumentRoutes(parts: DeskParts): Route[] {
  const pattern = lotPattern('giay-to/');
  return [
    { method: 'GET', pattern, handle: guarded(parts, 'editor', (visit) => withLot(parts, visit, (lot) => showDocument(visit, lot))) },
    {
      method: 'POST',
      pattern,
      handle: guardedUpload(parts, 'editor', LARGEST_DOCUMENT_BYTES + MARGIN, (visit, form) => withLot(parts, visit, (lot) => take(parts, visit, lot, form))),
    },
  ];
}

async function take(parts: DeskParts, visit: Visit, lot: OpenedLot, form: FormData): Promise<Response> {
  const values = formValues(form);
  const file = fileOf(form, 'tep');
  const again = (problems: readonly string[]): Promise<Response> => showDocument(visit, lot, problems, values);
  if (file === undefined) return again(['Chưa chọn tệp nào.']);
  if (!values.ticked('quyen')) return again(['Chỉ đăng giấy tờ khi chủ thể đã cho phép: đánh dấu ô cho phép.']);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOfBytes(bytes);
  if (kind === undefined) return again([`"${fileNameOf(file)}" không phải PDF, PNG, JPEG hay WebP: hãy lưu giấy tờ thành một trong các loại này.`]);
  if (bytes.length > LARGEST_DOCUMENT_BYTES) return again([`"${fileNameOf(file)}" lớn hơn ${MEGABYTES} MB: hãy quét lại với độ phân giải thấp hơn.`]);
  const name = `${nameFor(values.text('ten'))}-${sha256Of(bytes).slice(0, 8)}.${kind}`;
  const known = (lot.opened.fields['documents'] ?? []) as Fields[];
  if (known.some((document) => document['file'] === name)) return again(['Giấy tờ này đã có trong lô.']);
  const document = { ...filled({ file: name, title: values.text('ten'), number: values.text('so'), issuedBy: values.text('noi'), issuedOn: values.text('ngay') }) };
  const record = changedRecord(lot.opened, { documents: [...known, document] }, LOT_ORDER);
  const title = `Giấy tờ lô ${lot.code}: ${lot.product.record.name}`;
  const result = await proposeRecord(parts, visit, values.text(OPENED_WITH), { kind: 'lot', title, record, file: { role: lotFile(lot.opened.path, name), name: fileNameOf(file), bytes } });
  return result instanceof Response ? result : again(result.problems.map((problem) => inLotWords(problem, lot.opened.fields)));
}

function nameFor(title: string): string {
  const words = slugify(title).replace(/[^a-z0-9-]/g, '');
  const short = words.length <= 40 ? words : words.slice(0, 40).replace(/-[^-]*$/, '');
  return short.replace(/^-+|-+$/g, '') || 'giay-to';
}

function showDocument(visit: Visit, { product, code, opened }: OpenedLot, problems: readonly string[] = [], sent?: FormValues): Promise<Response> {
  const text = (name: string): string => sent?.text(name) ?? '';
  return showForm(
    visit,
    {
      title: `Thêm giấy tờ cho lô ${code}: ${product.record.name}`,
      lede: 'Mọi người mở trang của lô đều xem được giấy tờ này. Hãy che số điện thoại, địa chỉ nhà và tên người không liên quan trước khi tải lên.',
      action: lotForm(product.id, code, 'giay-to'),
      upload: true,
      back: { text: `Lô ${code}`, href: lotForm(product.id, code) },
      sections: [
        {
          legend: 'Giấy tờ',
          fields: [
            { name: 'tep', label: 'Tệp', kind: 'file', value: '', accept: Object.values(DOCUMENT_TYPES).join(','), required: true, hint: `PDF, JPEG, PNG hoặc WebP, tới ${MEGABYTES} MB` },
            { name: 'ten', label: 'Tên giấy tờ', kind: 'text', value: text('ten'), required: true, hint: 'Ví dụ: Phiếu kết quả kiểm nghiệm' },
            { name: 'so', label: 'Số', kind: 'text', value: text('so') },
            { name: 'noi', label: 'Nơi cấp', kind: 'text', value: text('noi') },
            { name: 'ngay', label: 'Cấp ngày', kind: 'date', value: text('ngay') },
            { name: 'quyen', label: 'Chủ thể đã cho phép đăng giấy tờ này', kind: 'tick', value: sent?.ticked('quyen') === true ? 'on' : '', required: true },
            { name: OPENED_WITH, label: '', kind: 'hidden', value: sent?.text(OPENED_WITH) ?? opened.digest },
          ],
        },
      ],
      submit: 'Xem lại thay đổi',
      problems,
    },
    deskPath('ho-so'),
  );
}
