import { slugify } from '../../../domain/fold.ts';
import type { FormSection } from '../../../publish/desk-form.ts';
import { filled, type FormValues } from './form-values.ts';
import type { Fields } from './record-form.ts';

/** Rows left open for more packs. */
const SPARE = 1;
const MOST = 40;

const COVERED = [
  { value: 'unknown', label: 'chưa rõ' },
  { value: 'yes', label: 'có' },
  { value: 'no', label: 'không' },
];

export function packSections(packs: readonly Fields[]): FormSection[] {
  return [...packs, ...Array.from({ length: SPARE }, (): Fields => ({}))].slice(0, MOST).map((pack, at) => {
    const text = (key: string): string => String(pack[key] ?? '');
    const declared = (key: string): string => String((pack['declared'] as Fields | undefined)?.[key] ?? '');
    return {
      legend: pack['label'] === undefined ? 'Thêm quy cách' : `Quy cách: ${text('label')}`,
      ...(pack['label'] === undefined ? {} : { hint: 'Xoá trắng ô Tên gọi để bỏ quy cách này.' }),
      fields: [
        { name: `qc-${at}-ten`, label: 'Tên gọi', kind: 'text', value: text('label'), hint: 'Ví dụ: Chai 500 ml' },
        { name: `qc-${at}-sku`, label: '', kind: 'hidden', value: text('sku') },
        { name: `qc-${at}-gtin`, label: 'Mã vạch (GTIN)', kind: 'text', value: text('gtin') },
        { name: `qc-${at}-gia`, label: 'Giá, đồng', kind: 'whole', value: text('priceDong') },
        { name: `qc-${at}-phu`, label: 'Quyết định có nêu quy cách này', kind: 'choice', value: text('coveredByDecision') || 'unknown', choices: COVERED },
        { name: `qc-${at}-khai`, label: 'Ai khai mã vạch và giá', kind: 'text', value: declared('by') },
        { name: `qc-${at}-ngay`, label: 'Khai ngày', kind: 'date', value: declared('on') },
      ],
    };
  });
}

/** The packs as the form says; one without a label is gone. Undefined when there are none. */
export function packsFrom(values: FormValues, known: unknown, productId: string): Fields[] | undefined {
  const before = (Array.isArray(known) ? known : []) as Fields[];
  const packs = Array.from({ length: Math.min(before.length + SPARE, MOST) }, (_, at) => packFrom(values, at, before, productId)).filter((pack) => pack !== undefined);
  return packs.length === 0 ? undefined : packs;
}

function packFrom(values: FormValues, at: number, before: readonly Fields[], productId: string): Fields | undefined {
  const text = (name: string): string => values.text(`qc-${at}-${name}`);
  const label = text('ten');
  if (label === '') return undefined;
  const price = text('gia').replace(/[.\s₫đ]/g, '');
  const sku = text('sku') || `${productId}-${slugify(label)}`;
  const covered = text('phu');
  const wasSaid = before.find((pack) => pack['sku'] === sku)?.['coveredByDecision'] !== undefined;
  return filled({
    sku,
    label,
    gtin: text('gtin'),
    priceDong: price === '' ? undefined : /^\d{1,12}$/.test(price) ? Number(price) : price,
    coveredByDecision: covered === 'unknown' && !wasSaid ? undefined : covered,
    declared: filled({ by: text('khai'), on: text('ngay') }),
  });
}
