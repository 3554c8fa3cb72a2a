import { deskPath } from '../../../paths.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, refuse, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';
import { approveChange, giveBack, withdrawChange } from './approve-change.ts';
import { answersWith, optionsFrom, withoutAnswer } from './change-input.ts';
import { filesToPlace } from './change-files.ts';
import { rightsOf } from './change-rights.ts';
import { lineOf, type Change } from './change.ts';
import { countChanges, findChange, listChanges, moveChange } from './change-store.ts';
import { changeView } from './change-view.ts';
import { fileAnswer } from './file-answer.ts';
import { draftOf } from './import-draft.ts';
import { restCsv } from '../../../importing/exchange/rest-csv.ts';
import { inDeskWords } from './desk-words.ts';
import { pictureType } from './picture-type.ts';
import { publishChange } from './publish-change.ts';
import { GONE, sendChange } from './send-change.ts';
import { undoChange } from './undo-change.ts';
import { countUsers } from '../users.ts';
import type { Refusal } from './write-change.ts';

const PAGE = 50;
/** Answers to some dozens of questions. */
const LONGEST_ANSWERS = 512 * 1024;

/** `/quan-ly/thay-doi/`: every change, and the page of each with what can be done about it. */
export function changeRoutes(parts: DeskParts): Route[] {
  const one = (rest: string): RegExp => new RegExp(`^${deskPath('thay-doi')}(?<id>[a-z0-9]{6,24})/${rest}$`);
  const deed = (name: string, act: Deed): Route => ({ method: 'POST', pattern: one(`${name}/`), handle: guardedForm(parts, 'editor', (visit, form) => doIt(parts, visit, form, act), LONGEST_ANSWERS) });
  return [
    { method: 'GET', pattern: exactly(deskPath('thay-doi')), handle: guarded(parts, 'editor', (visit) => showAll(parts, visit)) },
    { method: 'GET', pattern: one(''), handle: guarded(parts, 'editor', (visit) => showOne(parts, visit)) },
    { method: 'GET', pattern: one('con-lai\\.csv'), handle: guarded(parts, 'editor', (visit) => giveRest(parts, visit)) },
    { method: 'GET', pattern: one('tep/(?<sha256>[0-9a-f]{64})'), handle: guarded(parts, 'editor', (visit) => givePicture(parts, visit)) },
    deed('lua-chon', async ({ change, form }) => saveInput(parts, change, { options: optionsFrom(form) })),
    deed('tra-loi', async ({ change, form }) => saveInput(parts, change, { answers: answersWith(change.input.answers, form) })),
    deed('hoi-lai', async ({ change, form }) => saveInput(parts, change, { answers: withoutAnswer(change.input.answers, form.get('bo') ?? '') })),
    deed('gui', async ({ change, visit, form }) => sendChange(parts, change, visit.session.name, form.get('phan') === 'on' ? 'sound' : 'all')),
    deed('duyet', async ({ change, visit }) => approveChange(parts, change, visit.session)),
    deed('tra-ve', allowed(parts, 'giveBack', ({ change, visit }) => giveBack(parts, change, visit.session.name))),
    deed('bo', allowed(parts, 'withdraw', ({ change, visit }) => withdrawChange(parts, change, visit.session.name))),
    deed('hoan-tac', allowed(parts, 'undo', ({ change, visit }) => undoChange(parts, change, visit.session.name))),
    deed('xuat-ban', allowed(parts, 'publish', async ({ change, visit }) => (await publishChange(parts, change, visit.session.name), undefined))),
  ];
}

interface DeedParts {
  change: Change;
  visit: Visit;
  form: URLSearchParams;
}
type Deed = (deed: DeedParts) => Promise<Refusal>;

/** Only for those whose page shows the button. */
function allowed(parts: DeskParts, right: 'giveBack' | 'withdraw' | 'undo' | 'publish', act: Deed): Deed {
  return async (deed) => (rightsOf(deed.change, deed.visit.session, await countUsers(parts.db))[right] ? act(deed) : GONE);
}

async function doIt(parts: DeskParts, visit: Visit, form: URLSearchParams, act: Deed): Promise<Response> {
  const change = await findChange(parts.db, visit.context.params['id'] ?? '');
  if (change === undefined) return refuse(parts, 404, 'gone', visit.session);
  const refusal = await act({ change, visit, form });
  return refusal === undefined ? seeOther(deskPath('thay-doi', change.id)) : showOne(parts, visit, refusal);
}

async function saveInput({ db, now }: DeskParts, { id, input }: Change, more: Change['input']): Promise<Refusal> {
  return (await moveChange(db, id, 'draft', { input: { ...input, ...more } }, now())) ? undefined : GONE;
}

async function showAll({ db }: DeskParts, { request, show }: Visit): Promise<Response> {
  const pages = Math.max(1, Math.ceil((await countChanges(db)) / PAGE));
  const page = Math.min(pages, pageOf(request));
  const changes = (await listChanges(db, { limit: PAGE, offset: (page - 1) * PAGE })).map(lineOf);
  return show(deskPath('thay-doi'), { kind: 'changes', changes, page, pages });
}

async function showOne(parts: DeskParts, { request, session, context, show }: Visit, refusal?: string): Promise<Response> {
  const change = await findChange(parts.db, context.params['id'] ?? '');
  if (change === undefined) return refuse(parts, 404, 'gone', session);
  const page = await show(deskPath('mot-thay-doi'), { kind: 'change', change: await changeView(parts, change, session, { page: pageOf(request), refusal }) });
  return refusal === undefined ? page : new Response(page.body, { status: 409, headers: page.headers });
}

async function giveRest(parts: DeskParts, { session, context }: Visit): Promise<Response> {
  const change = await findChange(parts.db, context.params['id'] ?? '');
  if (change === undefined) return refuse(parts, 404, 'gone', session);
  const rest = change.report?.rest ?? (await restOfDraft(parts, change));
  return rest === undefined ? refuse(parts, 404, 'gone', session) : fileAnswer(rest, `${change.title}.con-lai.csv`, 'text/csv; charset=utf-8');
}

async function givePicture(parts: DeskParts, { session, context }: Visit): Promise<Response> {
  const file = (await filesToPlace(parts.db, context.params['id'] ?? '')).find(({ sha256 }) => sha256 === context.params['sha256']);
  const type = file && pictureType(file.bytes);
  if (file === undefined || type === undefined) return refuse(parts, 404, 'gone', session);
  return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': type, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" } });
}

async function restOfDraft(parts: DeskParts, change: Change): Promise<string | undefined> {
  const draft = await draftOf(parts, change);
  const rest = 'proposal' in draft ? restCsv(draft.proposal.rows) : undefined;
  return rest === undefined ? undefined : inDeskWords(rest);
}

function pageOf(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get('trang') ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked < 100_000 ? asked : 1;
}
