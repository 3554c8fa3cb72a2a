import type { RawRegister } from '../../../catalogue/raw-register.ts';
import type { FormSection } from '../../../publish/desk-form.ts';
import { declarationSections } from './declaration-fields.ts';
import type { FormValues } from './form-values.ts';
import { packSections } from './pack-fields.ts';
import { photographSections } from './photograph-fields.ts';
import { producerNames } from './producer-by-name.ts';
import { OPENED_WITH, type Fields } from './record-form.ts';
import { sourceSection } from './source-fields.ts';

interface Given {
  fields: Fields;
  /** As it stands in the field: a name, or what was typed. */
  producer: string;
  openedWith: string;
  isNew: boolean;
  sent: FormValues | undefined;
}

/** What is asked about a product. */
export function productSections(register: RawRegister, { fields, producer, openedWith, isNew, sent }: Given): FormSection[] {
  const text = (key: string): string => String(fields[key] ?? '');
  const inner = (key: string, name: string): string => String((fields[key] as Fields | undefined)?.[name] ?? '');
  return [
    {
      legend: 'Sản phẩm',
      fields: [
        { name: 'ten', label: 'Tên', kind: 'text', value: text('name'), required: true, hint: 'Đúng như quyết định hay danh sách' },
        { name: 'ten-en', label: 'Tên tiếng Anh', kind: 'text', value: text('nameEn'), hint: 'Dịch loại hàng, giữ tên riêng; trống thì ghi tên tiếng Việt' },
        { name: 'chu-the', label: 'Chủ thể', kind: 'text', value: producer, suggestions: producerNames(register), hint: 'Tên trong hồ sơ; để trống khi chưa rõ' },
        { name: 'nhom', label: 'Nhóm', kind: 'choice', value: text('group'), choices: [{ value: '', label: 'chưa rõ' }, ...register.groups.map(({ id, name }) => ({ value: id, label: name.vi }))] },
        { name: 'con', label: 'Rượu, bia hoặc đồ uống có cồn', kind: 'tick', value: fields['alcohol'] === true ? 'on' : '', hint: 'Không có giá, không hiện trong danh sách' },
        { name: OPENED_WITH, label: '', kind: 'hidden', value: openedWith },
      ],
    },
    {
      legend: 'Nơi sản xuất',
      hint: 'Ghi như văn bản. Trang tự tìm ra xã, phường hiện nay.',
      fields: [
        { name: 'xa', label: 'Xã, phường', kind: 'text', value: inner('place', 'commune') },
        { name: 'huyen', label: 'Huyện', kind: 'text', value: inner('place', 'district'), hint: 'Chỉ với tên trước 01/07/2025' },
        { name: 'tinh', label: 'Tỉnh, thành phố', kind: 'text', value: inner('place', 'province') },
        {
          name: 'thoi',
          label: 'Tên theo thời nào',
          kind: 'choice',
          value: text('placeEra') || 'current',
          choices: [{ value: 'current', label: 'từ 01/07/2025 đến nay' }, { value: 'before-2025-07-01', label: 'trước 01/07/2025' }],
        },
      ],
    },
    ...packSections((fields['packs'] ?? []) as Fields[]),
    {
      legend: 'Câu chuyện',
      hint: 'Vài câu về cách làm, vùng đất. Không viết công dụng chữa bệnh.',
      fields: [
        { name: 'chuyen', label: 'Tiếng Việt', kind: 'long', value: inner('story', 'vi') },
        { name: 'chuyen-en', label: 'Tiếng Anh', kind: 'long', value: inner('story', 'en') },
      ],
    },
    ...declarationSections(fields['declaration']),
    ...photographSections((fields['photographs'] ?? []) as Fields[]),
    sourceSection(isNew, sent),
  ];
}
