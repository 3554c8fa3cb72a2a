import { deskPath } from '../../paths.ts';
import { recordAudit } from './audit.ts';
import type { DeskParts } from './desk-parts.ts';
import { guardedForm } from './guard.ts';
import { loginAddress } from './login-address.ts';
import { seeOther } from './private-answer.ts';
import { exactly, type Route } from './route.ts';
import { endSession } from './session.ts';
import { endedCookie, readSessionToken } from './session-cookie.ts';

/** `/quan-ly/dang-xuat/`, a form on every page of the desk. */
export function logoutRoute(parts: DeskParts): Route {
  return {
    method: 'POST',
    pattern: exactly(deskPath('dang-xuat')),
    handle: guardedForm(parts, 'editor', async ({ request, session }) => {
      await endSession(parts.db, readSessionToken(request, parts.siteUrl));
      await recordAudit(parts.db, { who: session.name, action: 'logout', subject: `user:${session.name}` }, parts.now());
      return seeOther(loginAddress({ notice: { reason: 'left' } }), [endedCookie(parts.siteUrl)]);
    }),
  };
}
