import { dayInVietnam } from '../../domain/calendar-day.ts';
import { recordText } from '../desk/changes/records-on-disk.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { waitingCodes } from './lot-sendings.ts';

/** `L261122`, then `L261122-2`: the day of declaring, for those who have no way of numbering of their own. */
export async function suggestedCode({ db, contentDir, now }: Pick<DeskParts, 'db' | 'contentDir' | 'now'>, productId: string): Promise<string> {
  const waiting = await waitingCodes(db, productId);
  const day = `L${dayInVietnam(now()).slice(2).replaceAll('-', '')}`;
  for (let at = 1; ; at += 1) {
    const code = at === 1 ? day : `${day}-${at}`;
    if (!waiting.has(code) && recordText(contentDir, `content/lots/${productId}/${code}.yaml`) === undefined) return code;
  }
}
