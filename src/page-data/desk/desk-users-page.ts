import type { View } from '../../publish/view.ts';
import { deskContent } from './desk-content.ts';
import { roleName } from './role-name.ts';
import { timeInVietnam } from './vietnam-time.ts';

export interface DeskUsersPage {
  users: readonly { name: string; role: string; lastLogin: string; isYou: boolean }[];
  /** Typed on the server to add or remove somebody. */
  command: string;
}

/** Undefined for a request that did not come through the desk's door. */
export function deskUsersPage(view: View): DeskUsersPage | undefined {
  const content = deskContent(view, 'users');
  if (content === undefined) return undefined;
  return {
    command: content.command,
    users: content.users.map(({ name, role, lastLoginAt }) => ({
      name,
      role: roleName(role),
      lastLogin: lastLoginAt === undefined ? 'chưa đăng nhập lần nào' : timeInVietnam(lastLoginAt),
      isYou: name === view.desk?.user?.name,
    })),
  };
}
