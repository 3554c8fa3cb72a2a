import type { FormSection } from '../../../publish/desk-form.ts';
import { filled, type FormValues } from './form-values.ts';
import type { Fields } from './record-form.ts';

/** Rows left open for more certificates. */
const SPARE = 1;
const MOST = 20;

/** What the producer declares for label and product page; all of it may stay empty. */
export function declarationSections(known: unknown): FormSection[] {
  const fields = (known ?? {}) as Fields;
  const text = (key: string): string => String(fields[key] ?? '');
  const inner = (key: string, name: string): string => String((fields[key] as Fields | undefined)?.[name] ?? '');
  const declared = known !== undefined;
  return [
    {
      legend: 'Chủ thể khai cho nhãn và trang sản phẩm',
      hint: 'Chỉ ghi điều chủ thể đã khai. Ô trống hiện là "chưa khai báo". Không viết công dụng chữa bệnh.',
      folded: !declared,
      fields: [
        { name: 'khai-thuong-hieu', label: 'Thương hiệu, nhãn hiệu', kind: 'text', value: text('brand') },
        { name: 'khai-ky-hieu', label: 'Mã ký hiệu', kind: 'text', value: text('model') },
        { name: 'khai-tieu-chuan', label: 'Tiêu chuẩn áp dụng', kind: 'text', value: text('standard'), hint: 'Số hiệu, ví dụ TCCS 01:2026' },
        { name: 'khai-ma-noi', label: 'Mã địa điểm nơi làm', kind: 'text', value: text('placeCode'), hint: 'GLN hoặc mã của chủ thể' },
        { name: 'khai-xuat-xu', label: 'Xuất xứ', kind: 'text', value: inner('origin', 'vi') },
        { name: 'khai-xuat-xu-en', label: 'Xuất xứ, tiếng Anh', kind: 'text', value: inner('origin', 'en') },
        { name: 'khai-thanh-phan', label: 'Thành phần', kind: 'long', value: inner('ingredients', 'vi') },
        { name: 'khai-thanh-phan-en', label: 'Thành phần, tiếng Anh', kind: 'long', value: inner('ingredients', 'en') },
        { name: 'khai-bao-quan', label: 'Bảo quản', kind: 'long', value: inner('storage', 'vi') },
        { name: 'khai-bao-quan-en', label: 'Bảo quản, tiếng Anh', kind: 'long', value: inner('storage', 'en') },
        { name: 'khai-canh-bao', label: 'Cảnh báo', kind: 'long', value: inner('warnings', 'vi') },
        { name: 'khai-canh-bao-en', label: 'Cảnh báo, tiếng Anh', kind: 'long', value: inner('warnings', 'en') },
        { name: 'khai-nguoi', label: 'Ai khai', kind: 'text', value: inner('declared', 'by') },
        { name: 'khai-ngay', label: 'Khai ngày', kind: 'date', value: inner('declared', 'on') },
      ],
    },
    ...paperSections((fields['papers'] ?? []) as Fields[]),
  ];
}

function paperSections(papers: readonly Fields[]): FormSection[] {
  return [...papers, ...Array.from({ length: SPARE }, (): Fields => ({}))].slice(0, MOST).map((paper, at) => {
    const text = (key: string): string => String(paper[key] ?? '');
    return {
      legend: paper['name'] === undefined ? 'Thêm giấy chứng nhận khác' : `Giấy: ${text('name')}`,
      hint: paper['name'] === undefined ? 'Không phải giấy chứng nhận OCOP: an toàn thực phẩm, hữu cơ, hợp quy…' : 'Xoá trắng ô Tên giấy để bỏ giấy này.',
      folded: true,
      fields: [
        { name: `giay-${at}-ten`, label: 'Tên giấy', kind: 'text', value: text('name') },
        { name: `giay-${at}-so`, label: 'Số', kind: 'text', value: text('number') },
        { name: `giay-${at}-noi`, label: 'Nơi cấp', kind: 'text', value: text('issuedBy') },
        { name: `giay-${at}-han`, label: 'Có hiệu lực đến hết ngày', kind: 'date', value: text('validUntil') },
      ],
    };
  });
}

/** Undefined when nothing is declared but by whom. */
export function declarationFrom(values: FormValues): Fields | undefined {
  const words = (name: string): Fields | undefined => filled({ vi: values.long(name), en: values.long(`${name}-en`) });
  const facts = filled({
    brand: values.text('khai-thuong-hieu'),
    model: values.text('khai-ky-hieu'),
    standard: values.text('khai-tieu-chuan'),
    origin: words('khai-xuat-xu'),
    placeCode: values.text('khai-ma-noi'),
    papers: papersFrom(values),
    ingredients: words('khai-thanh-phan'),
    storage: words('khai-bao-quan'),
    warnings: words('khai-canh-bao'),
  });
  return facts && { ...facts, declared: filled({ by: values.text('khai-nguoi'), on: values.text('khai-ngay') }) };
}

function papersFrom(values: FormValues): Fields[] {
  const papers: Fields[] = [];
  for (let at = 0; at < MOST && values.has(`giay-${at}-ten`); at += 1) {
    const text = (name: string): string => values.text(`giay-${at}-${name}`);
    const paper = filled({ name: text('ten'), number: text('so'), issuedBy: text('noi'), validUntil: text('han') });
    if (text('ten') !== '' && paper !== undefined) papers.push(paper);
  }
  return papers;
}
