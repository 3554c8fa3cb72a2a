import { translator } from '../../i18n/translate.ts';
import type { UpdateReason } from '../../publish/site-update.ts';

/** "hồ sơ thay đổi, sang ngày mới". */
export function reasonWords(why: readonly UpdateReason[]): string {
  const t = translator('vi');
  return why.map((reason) => t(`updates.reason.${reason}`)).join(', ');
}
