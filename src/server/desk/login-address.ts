import type { LoginNotice } from '../../publish/desk-page.ts';
import { deskPath } from '../../paths.ts';
import { returnPath } from './return-path.ts';

const WORDS = { wrong: 'sai', wait: 'cho', ended: 'het', busy: 'ban', left: 'ra' } as const satisfies Record<LoginNotice['reason'], string>;
const LONGEST_WAIT_MINUTES = 60;

export interface Door {
  notice?: LoginNotice | undefined;
  returnTo?: string | undefined;
}

/** The door's address with what it has to say and where it leads. */
export function loginAddress({ notice, returnTo }: Door): string {
  const query = new URLSearchParams();
  if (notice !== undefined) query.set('bao', WORDS[notice.reason]);
  if (notice?.reason === 'wait') query.set('phut', String(notice.minutes));
  const target = returnPath(returnTo ?? null);
  if (target !== deskPath()) query.set('ve', target);
  return deskPath('dang-nhap') + (query.size === 0 ? '' : `?${query}`);
}

/** The inverse; nothing that is not ours is taken from the query. */
export function readDoor(query: URLSearchParams): Door {
  const target = returnPath(query.get('ve'));
  return { notice: noticeOf(query), returnTo: target === deskPath() ? undefined : target };
}

function noticeOf(query: URLSearchParams): LoginNotice | undefined {
  const reason = (Object.keys(WORDS) as LoginNotice['reason'][]).find((key) => WORDS[key] === query.get('bao'));
  if (reason !== 'wait') return reason && { reason };
  const minutes = query.get('phut') ?? '';
  const isSane = /^\d{1,2}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= LONGEST_WAIT_MINUTES;
  return { reason, minutes: isSane ? Number(minutes) : 1 };
}
