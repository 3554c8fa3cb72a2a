import { toTcvn3 } from '../../src/importing/text/tcvn3.ts';
import { toVni } from '../../src/importing/text/vni.ts';
import type { ImportOptions } from '../../src/importing/import-context.ts';
import { bytesOf, csv, utf8, xlsx } from './make-file.ts';

/** One annex as an office makes it; what the import says of it is in expected/<name>.txt. */
export interface Annex {
  name: string;
  fileName: string;
  bytes: () => Promise<Uint8Array>;
  options?: ImportOptions;
  answers?: string;
}

const HEAD = ['TT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Điểm', 'Hạng sao'];
const OF_2024 = '(Kèm theo Quyết định số 2394/QĐ-UBND ngày 15/10/2024 của UBND tỉnh Hà Tĩnh)';
const OF_2025 = '(Kèm theo Quyết định số 87/QĐ-UBND ngày 12 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh Hà Tĩnh)';

const annex = (name: string, fileName: string, bytes: Annex['bytes'], more: Omit<Annex, 'name' | 'fileName' | 'bytes'> = {}): Annex => ({ name, fileName, bytes, ...more });

export const ANNEXES: readonly Annex[] = [
  annex('merged-title-block', 'phu-luc-2394.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      ['UBND TỈNH HÀ TĨNH', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], [], ['PHỤ LỤC'], ['DANH SÁCH SẢN PHẨM OCOP ĐẠT HẠNG 4 SAO NĂM 2024'], [OF_2024], [],
      HEAD,
      [1, 'Nước mắm Phú Sáng', 'HTX dịch vụ chế biến hải sản Phú Sáng', 'Xã Thiên Cầm, huyện Cẩm Xuyên', 82.5, '4 sao'],
      [2, 'Mật ong Cường Nga.', 'HTX mật ong Cường Nga, thôn 3, xã Sơn Diệm, huyện Hương Sơn, SĐT: 0912 345 678', null, '85,5', '★★★★'],
      [], [null, 'Tổng cộng: 02 sản phẩm'],
    ],
    merges: [[0, 0, 0, 2], [0, 3, 0, 5], [2, 0, 2, 5], [3, 0, 3, 5], [4, 0, 4, 5]],
  }])),
  annex('two-row-header', 'phu-luc.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [OF_2025],
      ['TT', 'Sản phẩm', 'Chủ thể', null, 'Kết quả', null, 'Quyết định', null],
      [null, null, 'Tên', 'Địa chỉ', 'Tổng điểm', 'Xếp hạng', 'Số', 'Ngày'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
      [1, 'Gạo Nếp Hương Mẫu Đơn', 'HTX Nông nghiệp Mẫu Đơn', 'Xã Cẩm Bình, H. Cẩm Xuyên, Hà Tĩnh', 71, 'Bốn sao', '87/QĐ-UBND', '12/3/2025'],
      [2, 'Trà Mẫu Đơn', null, null, 64, '3', null, null],
    ],
    merges: [[1, 0, 2, 0], [1, 1, 2, 1], [1, 2, 1, 3], [1, 4, 1, 5], [1, 6, 1, 7], [4, 2, 5, 2], [4, 3, 5, 3], [4, 6, 5, 6], [4, 7, 5, 7]],
  }])),
  annex('tcvn3-font', 'phu-luc-cu.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [toTcvn3(OF_2025)], HEAD.map(toTcvn3),
      [1, toTcvn3('Nước mắm Kỳ Phú'), toTcvn3('Hợp tác xã chế biến thủy hải sản Kỳ Phú'), toTcvn3('Xã Kỳ Phú, huyện Kỳ Anh'), 78, toTcvn3('4 sao')],
      [2, toTcvn3('Tỏi đen'), toTcvn3('Cơ sở Hòa Bình'), toTcvn3('Xã Kỳ Phú, huyện Kỳ Anh'), 60, toTcvn3('3 sao')],
    ],
  }], { font: '.VnTime' })),
  annex('tcvn3-csv', 'phu-luc-cu.csv', async () => bytesOf(toTcvn3(csv([
    [OF_2025], HEAD, ['1', 'Nước mắm Kỳ Phú', 'HTX chế biến thủy hải sản Kỳ Phú', 'Xã Kỳ Phú, huyện Kỳ Anh', '78', '4 sao'],
  ], ';')))),
  annex('vni-font', 'phu-luc-vni.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [toVni(OF_2025)], HEAD.map(toVni),
      [1, toVni('Bưởi Phúc Trạch Hương Giang'), toVni('Hợp tác xã Bưởi Hương Giang'), toVni('Xã Phúc Trạch, huyện Hương Khê'), 72, toVni('4 sao')],
    ],
  }])),
  annex('decomposed-unicode', 'phu-luc-mac.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [OF_2024.normalize('NFD')], HEAD.map((text) => text.normalize('NFD')),
      [1, 'Nước mắm\u00a0Phú Sáng '.normalize('NFD'), 'HTX DỊCH VỤ CHẾ BIẾN HẢI SẢN PHÚ SÁNG'.normalize('NFD'), 'Thiên Cầm, Cẩm Xuyên, Hà Tĩnh'.normalize('NFD'), null, 4],
    ],
  }])),
  annex('csv-with-semicolons', 'phu-luc.csv', async () => utf8(`\ufeff${csv([
    ['PHỤ LỤC', '', '', '', '', ''], HEAD, ['1', 'Kẹo lạc Mẫu Đơn', 'Hộ kinh doanh Nguyễn Thị Mẫu Đơn', 'Phường Thạch Quý, thành phố Hà Tĩnh, tỉnh Hà Tĩnh', '55', '3'],
  ], ';')}`), { options: { number: '87/QĐ-UBND', signedOn: '2025-03-12', issuer: 'UBND thành phố Hà Tĩnh', source: 'https://hatinh.gov.vn/van-ban/87' } }),
  annex('serial-dates', 'tong-hop.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      ['STT', 'Sản phẩm OCOP', 'Tên chủ thể', 'Xã/Phường', 'Huyện', 'Tỉnh', 'Số sao', 'Số quyết định', 'Ngày ký', 'Cơ quan ban hành', 'Hình thức', 'Nhóm'],
      [1, 'Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'Thiên Cầm', 'Cẩm Xuyên', 'Hà Tĩnh', 4, '2394/QĐ-UBND', 45580, 'UBND tỉnh Hà Tĩnh', 'Nâng hạng', 'Thực phẩm'],
      [2, 'Rượu nếp Mẫu Đơn', 'Công ty TNHH Mẫu Đơn', 'Thiên Cầm', 'Cẩm Xuyên', 'Hà Tĩnh', 3, '87/QĐ-UBND', new Date('2025-03-12'), 'UBND tỉnh Hà Tĩnh', 'Công nhận lần đầu', 'Đồ uống'],
    ],
  }])),
  annex('dates-since-1904', 'tong-hop-mac.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      ['STT', 'Sản phẩm', 'Chủ thể', 'Hạng', 'Số QĐ', 'Ngày QĐ', 'Cơ quan'],
      [1, 'Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', '4', '2394/QĐ-UBND', 44118, 'UBND tỉnh Hà Tĩnh'],
    ],
  }], { dateSystem: '1904' })),
  annex('several-sheets', 'phu-luc-nhieu-trang.xlsx', () => xlsx([
    { name: 'Bìa', rows: [['UBND tỉnh Hà Tĩnh'], ['Phụ lục']] },
    { name: '3 sao', rows: [['DANH SÁCH SẢN PHẨM ĐẠT 3 SAO'], [OF_2025], ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã'], [1, 'Bánh gai Mẫu Đơn', 'Hộ kinh doanh Mẫu Đơn', 'Thiên Cầm']] },
    { name: '4 sao', rows: [['DANH SÁCH SẢN PHẨM ĐẠT 4 SAO'], [OF_2025], ['TT', 'Tên sản phẩm', 'Tên chủ thể', 'Xã'], [1, 'Bánh ít Mẫu Đơn', 'Hộ kinh doanh Mẫu Đơn', 'Thiên Cầm']] },
    { name: 'Nháp', hidden: true, rows: [['Tên sản phẩm', 'Chủ thể'], ['Không được đọc', 'X']] },
  ])),
  annex('headings-and-footers', 'phu-luc-theo-huyen.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [OF_2025], ['TT', 'Tên sản phẩm', 'Chủ thể', 'Xã', 'Điểm', 'Hạng sao'],
      ['I', 'Huyện Cẩm Xuyên'], [1, 'Mực khô Mẫu Đơn', 'Hộ kinh doanh Trần Mẫu Đơn', 'Thiên Cầm', 61, '3 sao'],
      ['II', 'Huyện Hương Sơn'], [1, 'Nhung hươu Mẫu Đơn', 'HTX Nhung hươu Mẫu Đơn', 'Sơn Diệm', 75, '4 sao'],
      [], ['Tổng cộng', null, null, null, null, 2], ['Ghi chú: Giấy chứng nhận có giá trị 36 tháng.'], [null, null, null, null, 'TM. ỦY BAN NHÂN DÂN'], [null, null, null, null, 'CHỦ TỊCH'],
    ],
  }])),
  annex('split-commune', 'phu-luc-tach-xa.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['(Kèm theo Quyết định số 41/QĐ-UBND ngày 10/01/2025 của UBND tỉnh Hà Tĩnh)'], HEAD, [1, 'Cao chè vằng Mẫu Đơn', 'HTX Mẫu Đơn', 'Phường Đại Nài, thành phố Hà Tĩnh', 66, '3 sao']],
  }])),
  annex('ambiguous-commune', 'phu-luc-thieu-tinh.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['TT', 'Tên sản phẩm', 'Chủ thể', 'Xã', 'Hạng sao'], [1, 'Chổi đót Mẫu Đơn', 'Tổ hợp tác Mẫu Đơn', 'Cẩm Bình', '3 sao'], [2, 'Nón lá Mẫu Đơn', 'Tổ hợp tác Mẫu Đơn', 'Cẩm Bìn', '3 sao']],
  }]), { options: { number: '5/QĐ-UBND', signedOn: '2025-02-03' } }),
  annex('ambiguous-commune-answered', 'phu-luc-thieu-tinh.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['TT', 'Tên sản phẩm', 'Chủ thể', 'Xã', 'Hạng sao'], [1, 'Chổi đót Mẫu Đơn', 'Tổ hợp tác Mẫu Đơn', 'Cẩm Bình', '3 sao'], [2, 'Nón lá Mẫu Đơn', 'Tổ hợp tác Mẫu Đơn', 'Cẩm Bìn', '3 sao']],
  }]), { options: { number: '5/QĐ-UBND', signedOn: '2025-02-03' }, answers: 'PL!2:\n  xa: "18685"\nPL!3:\n  bo-qua: true\n' }),
  annex('duplicate-spellings', 'phu-luc-trung.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [OF_2025], [...HEAD, 'Hình thức'],
      [1, 'Ruốc cá Mẫu Đơn', 'HTX DV chế biến hải sản Phú Sáng', 'xã Thiên Cầm, huyện Cẩm Xuyên', 70, '4 sao', 'công nhận lần đầu'],
      [2, 'Ruốc tôm Mẫu Đơn', 'HTX Dịch vụ chế biến hải sản Phú Sángg', 'xã Thiên Cầm, huyện Cẩm Xuyên', 70, '4 sao', 'công nhận lần đầu'],
      [3, 'Nước mắm Phú Sáng loại 1', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'xã Thiên Cầm, huyện Cẩm Xuyên', 70, '4 sao', 'công nhận lần đầu'],
      [4, 'Gạo Xuyên Hương', 'HTX Gạo Cẩm Xuyên', 'huyện Cẩm Xuyên', 62, '3 sao', 'công nhận lại'],
      [5, 'Ruốc cá Mẫu Đơn', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'xã Thiên Cầm, huyện Cẩm Xuyên', 70, '4 sao', 'công nhận lần đầu'],
    ],
  }])),
  annex('failed-candidates', 'ket-qua-danh-gia.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      [OF_2025], ['TT', 'Tên sản phẩm', 'Chủ thể', 'Địa chỉ', 'Điểm', 'Kết quả'],
      [1, 'Bánh đa Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, huyện Cẩm Xuyên', 71, '4 sao (tiềm năng 5 sao)'],
      [2, 'Bánh cuốn Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, huyện Cẩm Xuyên', 45, '2 sao'],
      [3, 'Bánh bèo Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, huyện Cẩm Xuyên', 41, 'Không đạt'],
      [4, 'Bánh xèo Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, huyện Cẩm Xuyên', 68, '4 sao'],
      [5, 'Bánh bột lọc Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, huyện Cẩm Xuyên', 68, 'Đạt'],
    ],
  }])),
  annex('revocation-list', 'thu-hoi.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      ['DANH SÁCH SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN OCOP'], ['(Kèm theo Quyết định số 19/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Quảng Trị)'],
      ['TT', 'Tên sản phẩm', 'Chủ thể', 'Mã sản phẩm'], [1, 'Hương thảo mộc VT', 'HTX Hương Thảo Mộc VT', 'huong-thao-moc-vt'], [2, 'Hương quế VT', 'HTX Hương Thảo Mộc VT', null],
    ],
  }])),
  annex('renewal-list', 'cong-nhan-lai.csv', async () => utf8(csv([
    ['DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN LẠI'], ['(Kèm theo Quyết định số 55/QĐ-UBND ngày 20/02/2026 của UBND tỉnh Điện Biên)'],
    ['STT', 'Tên sản phẩm', 'Mã sản phẩm', 'Xếp hạng'], ['1', 'Diệp Thanh Trà – Trà xanh Shan tuyết Sính Phình', 'diep-thanh-tra-sinh-phinh', '3 sao'],
  ], '\t'))),
  annex('upgrade-not-said', 'nang-hang.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['(Kèm theo Quyết định số 99/QĐ-UBND ngày 20/02/2026 của UBND tỉnh Hà Tĩnh)'], HEAD, [1, 'Rượu sim Đạt Thơm Kẽ Gỗ', 'Phan Khắc Đạt', 'xã Cẩm Mỹ, huyện Cẩm Xuyên', 75, '4 sao'], [2, 'Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'xã Thiên Cầm', 91, '5 sao']],
  }])),
  annex('upgrade-by-command', 'nang-hang.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['(Kèm theo Quyết định số 99/QĐ-UBND ngày 20/02/2026 của UBND tỉnh Hà Tĩnh)'], HEAD, [1, 'Nước mắm Phú Sáng', 'HTX Dịch vụ chế biến hải sản Phú Sáng', 'xã Thiên Cầm', 91, '5 sao']],
  }]), { options: { act: 'upgrade' } }),
  annex('slips-in-ids', 'lech-cot.xlsx', () => xlsx([{
    name: 'PL',
    rows: [
      ['Tên sản phẩm', 'Chủ thể', 'Hạng sao', 'Số quyết định', 'Ngày ký', 'Mã sản phẩm', 'Mã quyết định'],
      ['Gạo Xuyên Hương', null, '3 sao', '5/QĐ-UBND', '01/02/2025', 'nuoc-mam-phu-sang', null],
      ['Nước mắm Phú Sáng', null, '4 sao', '2395/QĐ-UBND', '15/10/2024', 'nuoc-mam-phu-sang-cam-xuyen', '2394-qd-ubnd-ha-tinh'],
      ['Nước mắm Phú Sáng', null, '4 sao', '5/QĐ-UBND', '31/02/2025', 'nuoc-mam-phu-sag', null],
      ['Nước mắm Phú Sáng', null, '3 sao', '2394/QĐ-UBND', '15/10/2024', 'nuoc-mam-phu-sang', null],
      ['Trà Mẫu Đơn', null, '3 sao', 'Số 5', '01/01/2027', null, null],
    ],
  }])),
  annex('proposals-only', 'de-nghi.xlsx', () => xlsx([{
    name: 'PL',
    rows: [['DANH SÁCH SẢN PHẨM ĐỀ NGHỊ CÔNG NHẬN 4 SAO NĂM 2026'], HEAD, [1, 'Bánh đa Mẫu Đơn', 'Hộ Lê Mẫu Đơn', 'xã Thiên Cầm, Hà Tĩnh', 71, '4 sao']],
  }])),
];
