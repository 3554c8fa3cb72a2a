import type { JourneyStepKind } from '../../../domain/journey-step.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import type { FormField, FormSection } from '../../../publish/desk-form.ts';
import { filled, type FormValues } from './form-values.ts';
import { kilogramsFrom, kilogramsText, wholeFrom } from './kilograms.ts';
import type { Fields } from './record-form.ts';

/** In the order in which they happen. */
export const STEP_NAMES: Readonly<Record<JourneyStepKind, string>> = {
  harvest: 'Thu hoạch',
  purchase: 'Thu mua nguyên liệu',
  processing: 'Sơ chế, chế biến',
  testing: 'Kiểm nghiệm',
  packing: 'Đóng gói',
  shipping: 'Xuất kho, vận chuyển',
};
const KINDS = Object.keys(STEP_NAMES) as JourneyStepKind[];
const MOST = 40;

/** One part for each step that there is, and an open one for each kind. */
export function stepSections(steps: readonly Fields[], documents: readonly Fields[]): FormSection[] {
  const rows: Fields[] = [...steps, ...KINDS.map((kind): Fields => ({ kind }))];
  return rows.slice(0, MOST).map((step, at) => {
    const kind = step['kind'] as JourneyStepKind;
    const isKnown = at < steps.length;
    const on = String(step['on'] ?? '');
    return {
      legend: isKnown ? `${STEP_NAMES[kind] ?? kind}${/^\d{4}-\d\d-\d\d$/.test(on) ? `, ${formatDate(on, 'vi')}` : ''}` : `Thêm: ${STEP_NAMES[kind]}`,
      ...(isKnown && { hint: 'Xoá trắng ô Ngày để bỏ công đoạn này.' }),
      folded: true,
      fields: [
        { name: `cd-${at}-loai`, label: '', kind: 'hidden', value: kind },
        { name: `cd-${at}-co`, label: '', kind: 'hidden', value: isKnown ? 'co' : '' },
        { name: `cd-${at}-huyen`, label: '', kind: 'hidden', value: String((step['place'] as Fields | undefined)?.['district'] ?? '') },
        { name: `cd-${at}-ngay`, label: 'Ngày', kind: 'date', value: on },
        ...OWN[kind](`cd-${at}`, step),
        ...commonFields(`cd-${at}`, step, documents),
      ],
    };
  });
}

type FieldsOf = (prefix: string, step: Fields) => FormField[];

const material: FieldsOf = (prefix, step) => [
  line(`${prefix}-nguyen-lieu`, 'Nguyên liệu', step['material']),
  line(`${prefix}-lo-nguyen-lieu`, 'Mã lô nguyên liệu', step['materialLot']),
  line(`${prefix}-kg`, 'Khối lượng, kg', kilogramsText(step['kg'])),
  line(`${prefix}-vung`, 'Mã số vùng trồng', step['growingArea']),
  { ...line(`${prefix}-ho`, 'Số hộ tham gia', step['households']), kind: 'whole', hint: 'Chỉ số hộ, không ghi tên' },
];

const OWN: Readonly<Record<JourneyStepKind, FieldsOf>> = {
  harvest: material,
  purchase: material,
  processing: (prefix, step) => [
    { ...line(`${prefix}-vao`, 'Đưa vào', inputsText(step['inputs'])), kind: 'long', hint: 'Mỗi dòng một nguyên liệu: tên; mã lô nếu có; số kg. Ví dụ: Cá cơm; CA-01; 1.200' },
    { ...line(`${prefix}-ra`, 'Ra thành phẩm, kg', kilogramsText(step['outputKg'])), hint: 'Không thể nhiều hơn tổng đưa vào' },
  ],
  testing: (prefix, step) => [
    line(`${prefix}-phong`, 'Phòng kiểm nghiệm', step['laboratory']),
    line(`${prefix}-so`, 'Số phiếu', step['number']),
    { ...line(`${prefix}-ket-qua`, 'Kết quả', step['result']), kind: 'long', hint: 'Đúng lời trong phiếu' },
  ],
  packing: (prefix, step) => [{ ...line(`${prefix}-goi`, 'Số lượng đóng gói', step['packs']), kind: 'whole' }],
  shipping: (prefix, step) => [
    { ...line(`${prefix}-den`, 'Đến đâu', step['to']), hint: 'Tỉnh hoặc kênh bán, không ghi tên người mua' },
    { ...line(`${prefix}-goi`, 'Số lượng xuất', step['packs']), kind: 'whole' },
  ],
};

function commonFields(prefix: string, step: Fields, documents: readonly Fields[]): FormField[] {
  const inner = (key: string, name: string): unknown => (step[key] as Fields | undefined)?.[name];
  return [
    line(`${prefix}-xa`, 'Ở xã, phường', inner('place', 'commune')),
    line(`${prefix}-tinh`, 'Tỉnh, thành phố', inner('place', 'province')),
    line(`${prefix}-ma-noi`, 'Mã địa điểm', step['placeCode']),
    { ...line(`${prefix}-ai`, 'Ai làm', step['by']), hint: 'Khi không phải chủ thể; chỉ ghi tổ chức' },
    line(`${prefix}-ghi-chu`, 'Ghi chú', inner('note', 'vi')),
    line(`${prefix}-ghi-chu-en`, 'Ghi chú, tiếng Anh', inner('note', 'en')),
    ...(documents.length === 0
      ? []
      : [{ name: `${prefix}-giay`, label: 'Giấy tờ kèm theo', kind: 'choice', value: String(step['document'] ?? ''), choices: [{ value: '', label: 'không có' }, ...documents.map(documentChoice)] } as const]),
  ];
}

function documentChoice(document: Fields): { value: string; label: string } {
  return { value: String(document['file']), label: String(document['title'] ?? document['file']) };
}

/**
 * The steps as the form says, oldest first. One that there was and that has no day any more is gone; a new one with
 * words but without a day stays, to be asked about.
 */
export function stepsFrom(values: FormValues): Fields[] | undefined {
  const steps: Fields[] = [];
  for (let at = 0; at < MOST && values.has(`cd-${at}-loai`); at += 1) {
    const step = stepFrom(values, `cd-${at}`);
    if (step !== undefined) steps.push(step);
  }
  steps.sort((a, b) => String(a['on']).localeCompare(String(b['on'])));
  return steps.length === 0 ? undefined : steps;
}

function stepFrom(values: FormValues, prefix: string): Fields | undefined {
  const text = (name: string): string => values.text(`${prefix}-${name}`);
  const kind = text('loai') as JourneyStepKind;
  if (!Object.hasOwn(STEP_NAMES, kind)) return undefined;
  const facts = filled({
    place: filled({ commune: text('xa'), district: text('huyen'), province: text('tinh') }),
    placeCode: text('ma-noi'),
    by: text('ai'),
    note: filled({ vi: text('ghi-chu'), en: text('ghi-chu-en') }),
    document: text('giay'),
    ...ownFrom(kind, values, prefix),
  });
  const isEmpty = text('co') === 'co' || facts === undefined;
  return text('ngay') === '' && isEmpty ? undefined : filled({ kind, on: text('ngay'), ...facts });
}

function ownFrom(kind: JourneyStepKind, values: FormValues, prefix: string): Fields {
  const text = (name: string): string => values.text(`${prefix}-${name}`);
  switch (kind) {
    case 'harvest':
    case 'purchase':
      return { material: text('nguyen-lieu'), materialLot: text('lo-nguyen-lieu'), kg: kilogramsFrom(text('kg')), growingArea: text('vung'), households: wholeFrom(text('ho')) };
    case 'processing':
      return { inputs: inputsFrom(values.long(`${prefix}-vao`)), outputKg: kilogramsFrom(text('ra')) };
    case 'testing':
      return { laboratory: text('phong'), number: text('so'), result: values.long(`${prefix}-ket-qua`) };
    case 'packing':
      return { packs: wholeFrom(text('goi')) };
    case 'shipping':
      return { to: text('den'), packs: wholeFrom(text('goi')) };
  }
}

/** `Cá cơm; CA-01; 1.200`; the lot in the middle may be left out. */
function inputsFrom(typed: string): Fields[] {
  return typed.split('\n').filter((row) => row.trim() !== '').map((row) => {
    const parts = row.split(';').map((part) => part.trim());
    const [name, lot] = parts.length > 2 ? parts : [parts[0], undefined];
    return { ...filled({ material: name, lot, kg: kilogramsFrom(parts.length > 1 ? (parts.at(-1) ?? '') : '') }) };
  });
}

function inputsText(inputs: unknown): string {
  const rows = (Array.isArray(inputs) ? inputs : []) as Fields[];
  return rows.map((row) => [row['material'], row['lot'], kilogramsText(row['kg'])].filter((part) => part !== undefined && part !== '').join('; ')).join('\n');
}

function line(name: string, label: string, value: unknown): FormField {
  return { name, label, kind: 'text', value: String(value ?? '') };
}
