import { ACT_WORDS } from '../facts/read-act.ts';
import { LEVEL_WORDS } from '../facts/read-issuer.ts';
import type { UnderstoodRow } from '../proposal.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import type { ColumnKey } from '../table/column-key.ts';

/** One column of the office's template, which the export writes and the import reads. */
export interface TemplateColumn {
  key: ColumnKey;
  header: string;
  width: number;
  help: string;
}

export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  { key: 'ordinal', header: 'STT', width: 6, help: 'Số thứ tự; không dùng khi nhập.' },
  { key: 'product', header: 'Tên sản phẩm', width: 36, help: 'Bắt buộc. Đúng như quyết định.' },
  { key: 'producer', header: 'Tên chủ thể', width: 36, help: 'Đúng như quyết định; để trống nếu quyết định không ghi.' },
  { key: 'producerKind', header: 'Loại hình chủ thể', width: 18, help: 'Hợp tác xã, Tổ hợp tác, Doanh nghiệp, Hộ kinh doanh hoặc Cơ sở sản xuất. Trống thì xét theo tên.' },
  { key: 'commune', header: 'Xã/Phường', width: 20, help: 'Tên như văn bản ghi, kể cả tên trước 01/07/2025.' },
  { key: 'district', header: 'Huyện', width: 18, help: 'Chỉ với văn bản dùng tên trước 01/07/2025.' },
  { key: 'province', header: 'Tỉnh', width: 16, help: 'Tên tỉnh, thành phố như văn bản ghi.' },
  { key: 'stars', header: 'Hạng sao', width: 10, help: '3, 4 hoặc 5; "chưa rõ" nếu văn bản không ghi. Dòng 1, 2 sao hoặc không đạt bị từ chối.' },
  { key: 'score', header: 'Điểm', width: 8, help: 'Tổng điểm trên 100, ví dụ 85,5; có thể để trống.' },
  { key: 'act', header: 'Hình thức', width: 22, help: `Một trong: ${Object.values(ACT_WORDS).join('; ')}.` },
  { key: 'group', header: 'Nhóm', width: 22, help: 'Một trong sáu nhóm; để trống thì xét theo tên và đánh dấu là suy ra.' },
  { key: 'number', header: 'Số quyết định', width: 18, help: 'Ví dụ 2394/QĐ-UBND. Ghi "chưa rõ" nếu chưa đọc được.' },
  { key: 'signedOn', header: 'Ngày quyết định', width: 16, help: 'Ngày ký, ngày/tháng/năm.' },
  { key: 'issuer', header: 'Cơ quan ban hành', width: 26, help: 'Ví dụ UBND tỉnh Hà Tĩnh. Ghi "chưa rõ" nếu chưa đọc được.' },
  { key: 'issuerLevel', header: 'Cấp ban hành', width: 14, help: `${Object.values(LEVEL_WORDS).join(', ')}; cần khi tên cơ quan không nói rõ.` },
  { key: 'note', header: 'Ghi chú', width: 20, help: 'Không nhập vào hồ sơ.' },
  { key: 'productId', header: 'Mã sản phẩm', width: 26, help: 'Mã trong hồ sơ, khi sản phẩm đã có. Để trống với sản phẩm mới.' },
  { key: 'producerId', header: 'Mã chủ thể', width: 26, help: 'Mã trong hồ sơ; có thể để trống.' },
  { key: 'decisionId', header: 'Mã quyết định', width: 26, help: 'Mã trong hồ sơ; để trống với quyết định mới.' },
  { key: 'nameEn', header: 'Tên tiếng Anh', width: 26, help: 'Dịch loại hàng, giữ tên riêng. Trống thì tạm ghi tên tiếng Việt.' },
  { key: 'attestedOn', header: 'Thời điểm ghi nhận', width: 16, help: 'Ngày, tháng hoặc năm nguồn nói tới, khi chưa đọc được ngày ký.' },
  { key: 'validUntil', header: 'Có hiệu lực đến', width: 16, help: 'Chỉ khi văn bản tự ghi ngày hết hiệu lực; bình thường trang tự tính 36 tháng.' },
  { key: 'title', header: 'Tên văn bản', width: 26, help: 'Trích yếu; có thể để trống.' },
  { key: 'basis', header: 'Đọc/Suy ra', width: 12, help: '"đọc" (mặc định) hoặc "suy ra".' },
  { key: 'basisNote', header: 'Cách suy ra', width: 16, help: 'Từ khoá của cách suy ra, như press-comparison.' },
  { key: 'source', header: 'Nguồn', width: 40, help: 'Tên nguồn | địa chỉ trang | ngày đọc; nhiều nguồn cách nhau bằng " ;; ".' },
];

export const TEMPLATE_HEADERS: readonly string[] = TEMPLATE_COLUMNS.map(({ header }) => header);

/** A row of any annex in the template's columns: what its title said stands in the row's own cells. */
export function asTemplateCells(row: AnnexRow, { decision, act, stars, place, producer }: UnderstoodRow): Readonly<Record<string, string>> {
  const told: Partial<Record<ColumnKey, string | undefined>> = {
    number: decision?.number,
    signedOn: decision?.signedOn,
    attestedOn: decision?.attestedOn,
    issuer: decision === undefined || decision.issuer === 'unknown' ? undefined : decision.issuer.name,
    issuerLevel: decision === undefined || decision.issuer === 'unknown' ? undefined : LEVEL_WORDS[decision.issuer.level],
    act: act === undefined ? undefined : ACT_WORDS[act],
    stars: stars === undefined ? undefined : String(stars),
    producer: producer?.name,
  };
  const address = row.cells.get('address')?.text;
  const cells = TEMPLATE_COLUMNS.map(({ key, header }) => [header, row.cells.get(key)?.text ?? told[key] ?? ''] as const);
  return { ...Object.fromEntries(cells), ...(address === undefined ? {} : { 'Địa chỉ': address }), ...(address === undefined && place !== undefined && !row.cells.has('commune') ? { 'Địa chỉ': place.split(' → ')[0] ?? '' } : {}) };
}
