import type { DeskContent, DeskRole, RefusalReason } from '../../publish/desk-page.ts';
import { FORM_TOKEN_FIELD } from '../../publish/desk-page.ts';
import { deskPath } from '../../paths.ts';
import type { DeskParts } from './desk-parts.ts';
import { loginAddress } from './login-address.ts';
import { seeOther } from './private-answer.ts';
import { readForm } from './read-form.ts';
import { readUpload } from './read-upload.ts';
import type { Route, RouteContext } from './route.ts';
import { isSameOrigin } from './same-origin.ts';
import { endedCookie, readSessionToken } from './session-cookie.ts';
import { findSession, isFormToken, type Session } from './session.ts';

/** A request of somebody who is logged in and may do what the route does. */
export interface Visit {
  request: Request;
  context: RouteContext;
  session: Session;
  /** Renders the page at `path` for this visitor. */
  show(path: string, content: DeskContent): Promise<Response>;
}

/** A page for `role` and above; everybody else is sent to the door or refused. */
export function guarded(parts: DeskParts, role: DeskRole, answer: (visit: Visit) => Promise<Response>): Route['handle'] {
  return async (request, context) => {
    const session = await sessionOf(parts, request);
    if (session === undefined) return toDoor(parts, request);
    if (!mayAct(session, role)) return refuse(parts, 403, 'role', session);
    return answer(visitOf(parts, request, context, session));
  };
}

/** A form for `role` and above, sent from one of this session's own pages. `longest` in bytes. */
export function guardedForm(parts: DeskParts, role: DeskRole, answer: (visit: Visit, form: URLSearchParams) => Promise<Response>, longest?: number): Route['handle'] {
  return guardedBody(parts, role, (request) => readForm(request, longest), answer);
}

/** The same for a form with files, read only for somebody who is logged in. */
export function guardedUpload(parts: DeskParts, role: DeskRole, longest: number, answer: (visit: Visit, form: FormData) => Promise<Response>): Route['handle'] {
  return guardedBody(parts, role, (request) => readUpload(request, longest), answer);
}

function guardedBody<Form extends URLSearchParams | FormData>(
  parts: DeskParts,
  role: DeskRole,
  read: (request: Request) => Promise<Form | 'too-large' | undefined>,
  answer: (visit: Visit, form: Form) => Promise<Response>,
): Route['handle'] {
  return async (request, context) => {
    if (!isSameOrigin(request, parts.siteUrl)) return refuse(parts, 403, 'origin');
    const session = await sessionOf(parts, request);
    if (session === undefined) return toDoor(parts, request);
    const form = await read(request);
    if (form === 'too-large') return refuse(parts, 413, 'too-large', session);
    const token = form?.get(FORM_TOKEN_FIELD);
    if (form === undefined || !isFormToken(session, typeof token === 'string' ? token : null)) return refuse(parts, 403, 'form', session);
    if (!mayAct(session, role)) return refuse(parts, 403, 'role', session);
    return answer(visitOf(parts, request, context, session), form);
  };
}

export function sessionOf({ db, siteUrl, now }: DeskParts, request: Request): Promise<Session | undefined> {
  return findSession(db, readSessionToken(request, siteUrl), now());
}

/** A page that says what was refused and what to do now. */
export async function refuse(parts: DeskParts, status: number, reason: RefusalReason, session?: Session): Promise<Response> {
  const page = await show(parts, deskPath('tu-choi'), { kind: 'refusal', reason }, session);
  return new Response(page.body, { status, headers: page.headers });
}

function visitOf(parts: DeskParts, request: Request, context: RouteContext, session: Session): Visit {
  return { request, context, session, show: (path, content) => show(parts, path, content, session) };
}

function show({ renderPage }: DeskParts, path: string, content: DeskContent, session?: Session): Promise<Response> {
  const signedIn = session && { user: { name: session.name, role: session.role }, formToken: session.formToken };
  return renderPage(path, { ...signedIn, content });
}

/** A page is returned to after login; a form is not sent again by itself. */
function toDoor({ siteUrl }: DeskParts, request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const ended = readSessionToken(request, siteUrl) !== undefined;
  const returnTo = request.method === 'POST' ? undefined : pathname + search;
  return seeOther(loginAddress({ ...(ended && { notice: { reason: 'ended' } }), returnTo }), ended ? [endedCookie(siteUrl)] : []);
}

export function mayAct(session: Session, role: DeskRole): boolean {
  return role === 'editor' || session.role === 'approver';
}
