import { deskPath } from '../../paths.ts';
import type { ChangeKind, ChangeLine, ChangeState, ChangeStep, RowStatus } from '../../publish/desk-change.ts';
import { timeInVietnam } from './vietnam-time.ts';

export const KIND_NAMES: Readonly<Record<ChangeKind, string>> = {
  import: 'Phụ lục',
  revocation: 'Thu hồi',
  site: 'Thông tin trang',
  producer: 'Chủ thể',
  product: 'Sản phẩm',
  photograph: 'Ảnh',
  lot: 'Lô hàng',
};

export const STATE_NAMES: Readonly<Record<ChangeState, string>> = {
  draft: 'đang xem',
  waiting: 'chờ duyệt',
  writing: 'đang ghi',
  written: 'đã ghi',
  undoing: 'đang hoàn tác',
  undone: 'đã hoàn tác',
  withdrawn: 'đã bỏ',
};

export const STEP_NAMES: Readonly<Record<ChangeStep, string>> = {
  created: 'Đưa vào',
  sent: 'Gửi duyệt',
  approved: 'Duyệt và ghi',
  confirmed: 'Tự xác nhận (một người dùng) và ghi',
  written: 'Ghi vào hồ sơ',
  published: 'Xuất bản',
  undone: 'Hoàn tác',
  withdrawn: 'Bỏ',
};

export const ROW_NAMES: Readonly<Record<RowStatus, string>> = {
  sound: 'ổn',
  question: 'hỏi',
  refused: 'từ chối',
  unchanged: 'đã có',
};

/** One change in a list. */
export interface ChangeRow {
  href: string;
  title: string;
  kind: string;
  state: ChangeState;
  stateName: string;
  who: string;
  time: string;
}

export function changeRow({ id, kind, title, state, createdBy, at }: ChangeLine): ChangeRow {
  return { href: deskPath('thay-doi', id), title, kind: KIND_NAMES[kind], state, stateName: STATE_NAMES[state], who: createdBy, time: timeInVietnam(at) };
}
