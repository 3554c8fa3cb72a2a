import type { DeskRole } from '../../publish/desk-page.ts';

const NAMES: Readonly<Record<DeskRole, string>> = { editor: 'người nhập', approver: 'người duyệt' };

export function roleName(role: DeskRole): string {
  return NAMES[role];
}
