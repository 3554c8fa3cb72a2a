import type { FormField, FormSection } from '../../publish/desk-form.ts';

/** Names of the form's fields; a check that speaks of a record's field is shown beside the one that filled it. */
export const LOT_FIELDS = {
  sku: 'quy-cach',
  code: 'ma-lo',
  producedOn: 'ngay-lam',
  packedOn: 'ngay-goi',
  useBy: 'han-dung',
  quantity: 'so-luong',
  photograph: 'anh',
  alt: 'anh-loi',
  allowed: 'anh-quyen',
  photographKey: 'anh-da-gui',
  materialKind: 'nguyen-lieu-tu',
  materialOn: 'nguyen-lieu-ngay',
  material: 'nguyen-lieu',
  materialKg: 'nguyen-lieu-kg',
  processedOn: 'che-bien-ngay',
  inputKg: 'che-bien-vao',
  outputKg: 'che-bien-ra',
  truth: 'dung-su-that',
  formKey: 'lan',
} as const;

export type LotField = keyof typeof LOT_FIELDS;
export type LotValues = Readonly<Record<LotField, string>>;
export type LotFaults = Partial<Record<LotField, string>>;

export const MATERIAL_KINDS = [
  { value: '', label: 'Không khai' },
  { value: 'harvest', label: 'Tự thu hoạch' },
  { value: 'purchase', label: 'Thu mua' },
] as const;

export interface LotFormParts {
  packs: readonly { sku: string; label: string }[];
  values: LotValues;
  faults: LotFaults;
}

/** What is asked, with what was typed and what is wrong with it. */
export function lotSections({ packs, values, faults }: LotFormParts): FormSection[] {
  const field = (name: LotField, label: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => {
    const problem = faults[name];
    return { name: LOT_FIELDS[name], label, kind, value: values[name], ...more, ...(problem !== undefined && { problem }) };
  };
  const choices = packs.map(({ sku, label }) => ({ value: sku, label }));
  return [
    {
      legend: 'Lô hàng',
      fields: [
        field('sku', 'Quy cách', 'choice', { choices }),
        field('code', 'Mã lô', 'text', { required: true, hint: 'In đúng như trên bao bì. Chữ hoa không dấu, chữ số, gạch nối; tới 20 ký tự' }),
        field('producedOn', 'Ngày sản xuất', 'date'),
        field('packedOn', 'Ngày đóng gói', 'date'),
        field('useBy', 'Hạn sử dụng', 'date', { hint: 'Ngày cuối còn dùng được, như in trên bao bì' }),
        field('quantity', 'Số lượng', 'whole', { hint: 'Số gói, chai, hộp… trong lô' }),
        field('formKey', '', 'hidden'),
      ],
    },
    {
      legend: 'Ảnh của lô',
      hint: 'Không bắt buộc. Nơi chụp và giờ chụp lưu trong ảnh được bỏ đi.',
      fields: [
        field('photograph', 'Chọn hoặc chụp ảnh', 'file', { accept: 'image/jpeg,image/png,image/webp,image/avif', hint: values.photographKey === '' ? 'Tới 25 MB' : 'Ảnh đã chọn vẫn được giữ. Chọn ảnh khác nếu muốn đổi.' }),
        field('alt', 'Trong ảnh có gì', 'text', { hint: 'Ví dụ: Các chai nước mắm vừa dán nhãn' }),
        field('allowed', 'Ảnh của chúng tôi, văn phòng được đăng lên trang', 'tick'),
        field('photographKey', '', 'hidden'),
      ],
    },
    {
      legend: 'Nguyên liệu',
      hint: 'Không bắt buộc. Khai thì người mua biết lô này bắt đầu từ đâu. Không ghi tên người trồng.',
      fields: [
        field('materialKind', 'Nguyên liệu từ đâu', 'choice', { choices: MATERIAL_KINDS }),
        field('material', 'Tên nguyên liệu', 'text', { hint: 'Ví dụ: cá cơm, lá chè tươi' }),
        field('materialOn', 'Ngày', 'date'),
        field('materialKg', 'Khối lượng, kg', 'text'),
      ],
    },
    {
      legend: 'Chế biến',
      hint: 'Không bắt buộc. Khối lượng ra không thể lớn hơn khối lượng đưa vào.',
      fields: [field('processedOn', 'Ngày', 'date'), field('inputKg', 'Đưa vào, kg', 'text'), field('outputKg', 'Ra thành phẩm, kg', 'text')],
    },
    {
      legend: 'Xác nhận',
      fields: [field('truth', 'Những điều trên đúng với lô hàng của chúng tôi', 'tick', { required: true })],
    },
  ];
}
