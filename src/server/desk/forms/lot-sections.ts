import type { RawRegister } from '../../../catalogue/raw-register.ts';
import type { FormSection } from '../../../publish/desk-form.ts';
import { filled, type FormValues } from './form-values.ts';
import { stepSections } from './lot-step-fields.ts';
import { partialDateText } from './partial-date.ts';
import { photographSections } from './photograph-fields.ts';
import { OPENED_WITH, type Fields } from './record-form.ts';

interface Given {
  product: RawRegister['products'][number];
  fields: Fields;
  /** As typed; only for a lot that is yet to be made. */
  code: string | undefined;
  openedWith: string;
}

/** What is asked about a lot. */
export function lotSections({ product, fields, code, openedWith }: Given): FormSection[] {
  const text = (key: string): string => String(fields[key] ?? '');
  const day = (key: string): string => partialDateText(fields[key]);
  const declared = (key: string): string => String((fields['declared'] as Fields | undefined)?.[key] ?? '');
  const documents = (fields['documents'] ?? []) as Fields[];
  const packs = product.record.packs.map(({ sku, label }) => ({ value: sku, label }));
  return [
    {
      legend: 'Lô hàng',
      fields: [
        ...(code === undefined
          ? []
          : [{ name: 'ma', label: 'Mã lô', kind: 'text', value: code, required: true, hint: 'In đúng như trên bao bì. Chữ hoa không dấu, chữ số, gạch nối; tới 20 ký tự. Về sau không đổi được' } as const]),
        { name: 'quy-cach', label: 'Quy cách', kind: 'choice', value: text('sku') || (packs[0]?.value ?? ''), choices: packs },
        { name: 'ngay-lam', label: 'Ngày sản xuất', kind: 'text', value: day('producedOn'), hint: DAY_HINT },
        { name: 'ngay-goi', label: 'Ngày đóng gói', kind: 'text', value: day('packedOn'), hint: DAY_HINT },
        { name: 'han-dung', label: 'Hạn sử dụng', kind: 'text', value: day('useBy'), hint: 'Ngày cuối còn dùng được' },
        { name: 'tot-nhat', label: 'Dùng tốt nhất trước', kind: 'text', value: day('bestBefore') },
        { name: 'so-luong', label: 'Số lượng', kind: 'whole', value: text('quantity'), hint: 'Số gói, chai, hộp… trong lô' },
        { name: 'tieu-chuan', label: 'Tiêu chuẩn riêng của lô', kind: 'text', value: text('standard'), hint: 'Trống thì theo tiêu chuẩn của sản phẩm' },
        { name: 'ai-khai', label: 'Ai khai', kind: 'text', value: declared('by'), required: true },
        { name: 'ngay-khai', label: 'Khai ngày', kind: 'date', value: declared('on'), required: true },
        { name: OPENED_WITH, label: '', kind: 'hidden', value: openedWith },
      ],
    },
    ...stepSections((fields['steps'] ?? []) as Fields[], documents),
    ...documentSections(documents),
    ...photographSections((fields['photographs'] ?? []) as Fields[]),
  ];
}

const DAY_HINT = 'Như 22/11/2026; chỉ biết tháng thì 11/2026';

function documentSections(documents: readonly Fields[]): FormSection[] {
  return documents.map((document, at) => ({
    legend: `Giấy tờ: ${String(document['title'] ?? document['file'])}`,
    folded: true,
    fields: [
      { name: `tl-${at}-ten`, label: 'Tên giấy tờ', kind: 'text', value: String(document['title'] ?? '') },
      { name: `tl-${at}-so`, label: 'Số', kind: 'text', value: String(document['number'] ?? '') },
      { name: `tl-${at}-noi`, label: 'Nơi cấp', kind: 'text', value: String(document['issuedBy'] ?? '') },
      { name: `tl-${at}-ngay`, label: 'Cấp ngày', kind: 'date', value: String(document['issuedOn'] ?? '') },
      { name: `tl-${at}-bo`, label: 'Không dùng giấy tờ này nữa', kind: 'tick', value: '' },
    ],
  }));
}

export function documentsFrom(values: FormValues, known: unknown): Fields[] | undefined {
  const before = (Array.isArray(known) ? known : []) as Fields[];
  const kept = before.flatMap((document, at) => {
    if (values.ticked(`tl-${at}-bo`)) return [];
    const text = (name: string): string => values.text(`tl-${at}-${name}`);
    return [{ ...filled({ file: document['file'], title: text('ten'), number: text('so'), issuedBy: text('noi'), issuedOn: text('ngay') }) }];
  });
  return kept.length === 0 ? undefined : kept;
}
