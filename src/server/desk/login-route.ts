import type { LoginNotice } from '../../publish/desk-page.ts';
import { deskPath } from '../../paths.ts';
import { instant } from '../db/database.ts';
import { recordAudit } from './audit.ts';
import type { DeskParts } from './desk-parts.ts';
import { FewAtOnce } from './few-at-once.ts';
import { refuse, sessionOf } from './guard.ts';
import { loginAddress, readDoor } from './login-address.ts';
import { beginAttempt, forgetFailures } from './login-attempts.ts';
import { verifyPassphrase } from './passphrase.ts';
import { seeOther } from './private-answer.ts';
import { readForm } from './read-form.ts';
import { returnPath } from './return-path.ts';
import { exactly, type Route } from './route.ts';
import { isSameOrigin } from './same-origin.ts';
import { endSession, startSession } from './session.ts';
import { readSessionToken, sessionCookie } from './session-cookie.ts';
import { findUser, hasUsers, nameKey, type User } from './users.ts';

/** Each check of a passphrase takes 19 MiB and a core: two at a time, and a short queue. */
const CHECKS_AT_ONCE = 2;
const CHECKS_WAITING = 16;

/** `/quan-ly/dang-nhap/`: the page, and the form that it sends. */
export function loginRoutes(parts: DeskParts): Route[] {
  const pattern = exactly(deskPath('dang-nhap'));
  const checks = new FewAtOnce(CHECKS_AT_ONCE, CHECKS_WAITING);
  return [
    { method: 'GET', pattern, handle: (request) => showDoor(parts, request) },
    { method: 'POST', pattern, handle: (request, { address }) => logIn(parts, checks, request, address) },
  ];
}

async function showDoor(parts: DeskParts, request: Request): Promise<Response> {
  if (!(await hasUsers(parts.db))) return seeOther(deskPath());
  const door = readDoor(new URL(request.url).searchParams);
  if ((await sessionOf(parts, request)) !== undefined) return seeOther(door.returnTo ?? deskPath());
  return parts.renderPage(deskPath('dang-nhap'), { content: { kind: 'login', ...door } });
}

async function logIn(parts: DeskParts, checks: FewAtOnce, request: Request, address: string): Promise<Response> {
  if (!isSameOrigin(request, parts.siteUrl)) return refuse(parts, 403, 'origin');
  const form = await readForm(request);
  if (form === 'too-large') return refuse(parts, 413, 'too-large');
  if (form === undefined) return refuse(parts, 403, 'form');
  const name = form.get('ten') ?? '';
  const returnTo = form.get('ve') ?? undefined;
  const again = (notice: LoginNotice): Response => seeOther(loginAddress({ notice, returnTo }));

  const outcome = await checks.run(() => check(parts, { name, passphrase: form.get('mat-khau') ?? '', address }));
  if (outcome === undefined) return again({ reason: 'busy' });
  if ('reason' in outcome) return again(outcome);
  const token = await open(parts, outcome, readSessionToken(request, parts.siteUrl));
  return seeOther(returnPath(returnTo ?? null), [sessionCookie(token, parts.siteUrl)]);
}

/** A wrong name and a wrong passphrase take the same way and as long. */
async function check({ db, now, unknownUserCost }: DeskParts, given: { name: string; passphrase: string; address: string }): Promise<User | LoginNotice> {
  const attempt = { nameKey: nameKey(given.name), address: given.address };
  const wait = await beginAttempt(db, attempt, now());
  if (wait > 0) return { reason: 'wait', minutes: Math.ceil(wait / 60_000) };
  const user = await findUser(db, given.name);
  const isRight = await verifyPassphrase(given.passphrase, user?.passphraseHash, unknownUserCost);
  if (!isRight || user === undefined) return { reason: 'wrong' };
  await forgetFailures(db, attempt);
  return user;
}

/** Always a fresh token: one that the browser brought along, whoever planted it, opens nothing. */
async function open({ db, now }: DeskParts, user: User, broughtAlong: string | undefined): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    await endSession(transaction, broughtAlong);
    await transaction.updateTable('users').set({ last_login_at: instant(now()) }).where('id', '=', user.id).execute();
    await recordAudit(transaction, { who: user.name, action: 'login', subject: `user:${user.name}` }, now());
    return startSession(transaction, user.id, now());
  });
}
