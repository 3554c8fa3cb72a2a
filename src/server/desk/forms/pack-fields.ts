import { randomBytes } from 'node:crypto';
import { slugify } from '../../../domain/fold.ts';
import { newTraceCode, spacedTraceCode, type TraceCode } from '../../../domain/trace-code.ts';
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
      hint: hintOf(pack),
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

function hintOf({ label, traceCode }: Fields): string {
  if (label === undefined) return 'Quy cách chưa có mã vạch được cấp một mã truy vết khi lưu.';
  const code = traceCode === undefined ? '' : `Mã truy vết: ${spacedTraceCode(String(traceCode))}, do trang này cấp, không đổi. `;
  return `${code}Xoá trắng ô Tên gọi để bỏ quy cách này.`;
}

/** A code that no pack of the register has. */
export function freeTraceCode(taken: ReadonlySet<TraceCode>, random: (size: number) => Uint8Array = randomBytes): TraceCode {
  for (;;) {
    const code = newTraceCode(random(9));
    if (!taken.has(code)) return code;
  }
}

/**
 * The packs as the form says; one without a label is gone. `issue` gives a trace code to a pack without
 * GTIN; a code once given stays. Undefined when there are none.
 */
export function packsFrom(values: FormValues, known: unknown, productId: string, issue: () => TraceCode): Fields[] | undefined {
  const before = (Array.isArray(known) ? known : []) as Fields[];
  const rows = Array.from({ length: MOST }).findIndex((_, at) => !values.has(`qc-${at}-ten`));
  const packs = Array.from({ length: rows === -1 ? MOST : rows }, (_, at) => packFrom(values, at, before, productId, issue)).filter((pack) => pack !== undefined);
  return packs.length === 0 ? undefined : packs;
}

function packFrom(values: FormValues, at: number, before: readonly Fields[], productId: string, issue: () => TraceCode): Fields | undefined {
  const text = (name: string): string => values.text(`qc-${at}-${name}`);
  const label = text('ten');
  if (label === '') return undefined;
  const price = text('gia').replace(/[.\s₫đ]/g, '');
  const sku = text('sku') || `${productId}-${slugify(label)}`;
  const covered = text('phu');
  const was = before.find((pack) => pack['sku'] === sku);
  const wasSaid = was?.['coveredByDecision'] !== undefined;
  const gtin = text('gtin');
  return filled({
    sku,
    label,
    gtin,
    traceCode: was?.['traceCode'] ?? (gtin === '' ? issue() : undefined),
    priceDong: price === '' ? undefined : /^\d{1,12}$/.test(price) ? Number(price) : price,
    coveredByDecision: covered === 'unknown' && !wasSaid ? undefined : covered,
    declared: filled({ by: text('khai'), on: text('ngay') }),
  });
}
