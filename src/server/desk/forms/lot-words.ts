import type { JourneyStepKind } from '../../../domain/journey-step.ts';
import { STEP_NAMES } from './lot-step-fields.ts';
import type { Fields } from './record-form.ts';

const FIELDS: Readonly<Record<string, string>> = {
  sku: 'Quy cách',
  producedOn: 'Ngày sản xuất',
  packedOn: 'Ngày đóng gói',
  useBy: 'Hạn sử dụng',
  bestBefore: 'Dùng tốt nhất trước',
  quantity: 'Số lượng',
  standard: 'Tiêu chuẩn',
  declared: 'Ai khai',
  'declared.by': 'Ai khai',
  'declared.on': 'Khai ngày',
  'recall.on': 'Từ ngày',
  'recall.reason': 'Lý do',
  'recall.whatToDo': 'Cần làm gì',
};

const PARTS: Readonly<Record<string, string>> = {
  on: 'ngày', material: 'nguyên liệu', kg: 'khối lượng', households: 'số hộ', inputs: 'đưa vào', outputKg: 'ra thành phẩm', laboratory: 'phòng kiểm nghiệm',
  result: 'kết quả', packs: 'số lượng', to: 'đến đâu', place: 'nơi', note: 'ghi chú', by: 'ai làm', document: 'giấy tờ', title: 'tên', file: 'tệp', issuedOn: 'ngày cấp', alt: 'lời tả',
};

const LISTS: Readonly<Record<string, string>> = { steps: 'Công đoạn', documents: 'Giấy tờ', photographs: 'Ảnh' };

/** The field at the beginning of a problem in the words of the form: `steps.1.outputKg …` → `Công đoạn 2 (Sơ chế, chế biến), ra thành phẩm: …`. */
export function inLotWords(problem: string, { steps }: Fields): string {
  const [field = '', ...rest] = problem.split(' ');
  const name = FIELDS[field] ?? FIELDS[field.split('.').slice(0, 2).join('.')] ?? partOf(field, (steps ?? []) as Fields[]);
  return name === undefined ? problem : `${name}: ${rest.join(' ')}`;
}

function partOf(field: string, steps: readonly Fields[]): string | undefined {
  const [list = '', at = '', part = ''] = field.split('.');
  const words = LISTS[list];
  if (words === undefined || !/^\d+$/.test(at)) return undefined;
  const kind = list === 'steps' ? STEP_NAMES[steps[Number(at)]?.['kind'] as JourneyStepKind] : undefined;
  return `${words} ${Number(at) + 1}${kind === undefined ? '' : ` (${kind})`}${PARTS[part] === undefined ? '' : `, ${PARTS[part]}`}`;
}
