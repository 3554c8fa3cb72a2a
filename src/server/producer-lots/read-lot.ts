import type { IsoDate } from '../../domain/calendar-day.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import { isIssuedCode, LONGEST_LOT_CODE } from '../../domain/lot.ts';
import { filled, formValues } from '../desk/forms/form-values.ts';
import type { Fields } from '../desk/forms/record-form.ts';
import { LOT_FIELDS, type LotFaults, type LotField, type LotValues } from './lot-fields.ts';

/** What the form says, as it was typed. */
export function readLotValues(form: FormData | URLSearchParams): LotValues {
  const values = formValues(form);
  return Object.fromEntries(Object.entries(LOT_FIELDS).map(([field, name]) => [field, field === 'code' ? values.text(name).toUpperCase() : values.text(name)])) as LotValues;
}

export interface LotDeclaration {
  code: string;
  /** Fields of the record besides who declared it. */
  fields: Fields;
}

/** The record that the form means, or what is wrong with single fields; what hangs on the register is checked elsewhere. */
export function lotFrom(values: LotValues, { packs }: { packs: readonly { sku: string }[] }): { declaration: LotDeclaration; faults: LotFaults } {
  const faults: LotFaults = {};
  const fault = (field: LotField, sentence: string): undefined => void (faults[field] ??= sentence);
  const day = (field: LotField): IsoDate | undefined => {
    const text = values[field];
    if (text === '') return undefined;
    return isIsoDate(text) ? text : fault(field, 'Ngày không đọc được: xin chọn lại, hoặc ghi năm-tháng-ngày như 2026-11-22.');
  };
  const number = (field: LotField): number | undefined => {
    const read = values[field] === '' ? undefined : kilograms(values[field]);
    if (read === 'unreadable') return fault(field, `"${values[field]}" không phải là số kg: xin ghi như 120 hoặc 12,5.`);
    return read;
  };
  if (!packs.some(({ sku }) => sku === values.sku)) fault('sku', 'Xin chọn quy cách.');
  if (values.code === '') fault('code', 'Xin ghi mã lô.');
  else if (!isIssuedCode(values.code)) fault('code', `"${values.code}" chưa dùng làm mã lô được: chỉ chữ hoa không dấu, chữ số, gạch nối ở giữa, tới ${LONGEST_LOT_CODE} ký tự.`);
  const [producedOn, packedOn, useBy] = [day('producedOn'), day('packedOn'), day('useBy')];
  if (values.producedOn === '' && values.packedOn === '') fault('producedOn', 'Xin ghi ngày sản xuất hoặc ngày đóng gói.');
  const quantity = wholeNumber(values.quantity);
  if (quantity === 'unreadable') fault('quantity', `"${values.quantity}" không phải là số nguyên lớn hơn 0.`);
  if (values.truth !== 'on') fault('truth', 'Xin đánh dấu xác nhận.');
  const steps = [...materialStep(values, day, number, fault), ...processingStep(values, day, number, fault)];
  const packing = typeof quantity === 'number' && packedOn !== undefined ? [{ kind: 'packing', on: packedOn, packs: quantity }] : [];
  const ordered = [...steps, ...packing].sort((a, b) => String(a['on']).localeCompare(String(b['on'])));
  const fields = filled({ sku: values.sku, producedOn, packedOn, useBy, quantity: quantity === 'unreadable' ? undefined : quantity, steps: ordered }) ?? {};
  return { declaration: { code: values.code, fields }, faults };
}

type ReadDay = (field: LotField) => IsoDate | undefined;
type ReadNumber = (field: LotField) => number | undefined;
type Fault = (field: LotField, sentence: string) => undefined;

function materialStep(values: LotValues, day: ReadDay, number: ReadNumber, fault: Fault): Fields[] {
  const kind = values.materialKind;
  const [on, kg] = [day('materialOn'), number('materialKg')];
  if (kind !== 'harvest' && kind !== 'purchase') {
    if (values.materialOn !== '' || values.materialKg !== '') fault('materialKind', 'Xin chọn tự thu hoạch hay thu mua, hoặc xoá ngày và khối lượng.');
    return [];
  }
  if (values.material === '') fault('material', 'Xin ghi tên nguyên liệu.');
  if (values.materialOn === '') fault('materialOn', 'Xin ghi ngày.');
  return on === undefined ? [] : [{ ...filled({ kind, on, material: values.material, kg }) }];
}

function processingStep(values: LotValues, day: ReadDay, number: ReadNumber, fault: Fault): Fields[] {
  const [on, input, output] = [day('processedOn'), number('inputKg'), number('outputKg')];
  if (values.processedOn === '' && values.inputKg === '' && values.outputKg === '') return [];
  if (values.processedOn === '') fault('processedOn', 'Xin ghi ngày chế biến.');
  if (values.material === '') fault('material', 'Xin ghi tên nguyên liệu đưa vào chế biến.');
  if (values.inputKg === '') fault('inputKg', 'Xin ghi khối lượng đưa vào.');
  if (values.outputKg === '') fault('outputKg', 'Xin ghi khối lượng thành phẩm.');
  if (on === undefined || input === undefined || output === undefined) return [];
  return [{ kind: 'processing', on, inputs: [{ material: values.material, kg: input }], outputKg: output }];
}

/** `120`, `12,5`, `1.200` (a thousand two hundred), `1.200,5`. */
function kilograms(text: string): number | 'unreadable' {
  const bare = text.replace(/\s*kg$/i, '').replace(/\s/g, '');
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  const read = /^\d{1,9}(?:\.\d{1,3})?$/.test(plain) ? Number(plain) : 0;
  return read > 0 ? read : 'unreadable';
}

function wholeNumber(text: string): number | undefined | 'unreadable' {
  if (text === '') return undefined;
  const bare = text.replace(/[.\s]/g, '');
  return /^[1-9]\d{0,8}$/.test(bare) ? Number(bare) : 'unreadable';
}
