import { isIsoDate } from '../../domain/date-text.ts';
import { REPORT_EVENTS, REPORT_STATES } from '../../domain/report.ts';
import { deskPath } from '../../paths.ts';
import type { ReportRow } from '../db/tables.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { formValues } from '../desk/forms/form-values.ts';
import { guarded, guardedForm, refuse, type Visit } from '../desk/guard.ts';
import { seeOther } from '../desk/private-answer.ts';
import { exactly, type Route } from '../desk/route.ts';
import { inboxPage, reportDetails } from './report-query.ts';
import { deleteContact, findReport, moveReport, photographOf, writeInspection } from './report-store.ts';

const INBOX = deskPath('phan-anh');

/** `/quan-ly/phan-anh/`: what people reported, and what the office does about each. */
export function reportRoutes(parts: DeskParts): Route[] {
  const one = (rest: string): RegExp => new RegExp(`^${INBOX}(?<id>[0-9A-Z]{10})/${rest}$`);
  const deed = (name: string, act: Deed): Route => ({ method: 'POST', pattern: one(`${name}/`), handle: guardedForm(parts, 'editor', (visit, form) => doIt(parts, visit, form, act)) });
  return [
    { method: 'GET', pattern: exactly(INBOX), handle: guarded(parts, 'editor', (visit) => showInbox(parts, visit)) },
    { method: 'GET', pattern: one(''), handle: guarded(parts, 'editor', (visit) => withReport(parts, visit, (row) => showOne(parts, visit, row))) },
    { method: 'GET', pattern: one('anh\\.jpg'), handle: guarded(parts, 'editor', (visit) => withReport(parts, visit, (row) => givePhotograph(parts, visit, row))) },
    deed('viec', moveOn),
    deed('kiem-tra', inspect),
    deed('xoa-lien-he', async ({ row, visit, form }) => void (await deleteContact(parts.db, row.id, visit.session.name, parts.now(), { words: formValues(form).ticked('ca-noi-dung') }))),
  ];
}

interface DeedParts {
  parts: DeskParts;
  row: ReportRow;
  visit: Visit;
  form: URLSearchParams;
}
/** One sentence when it was not done. */
type Deed = (deed: DeedParts) => Promise<string | undefined>;

async function doIt(parts: DeskParts, visit: Visit, form: URLSearchParams, act: Deed): Promise<Response> {
  return withReport(parts, visit, async (row) => {
    const refusal = await act({ parts, row, visit, form });
    return refusal === undefined ? seeOther(deskPath('phan-anh', row.id)) : showOne(parts, visit, row, refusal);
  });
}

async function moveOn({ parts: { db, now }, row, visit, form }: DeedParts): Promise<string | undefined> {
  const values = formValues(form);
  const event = REPORT_EVENTS.find((known) => known === values.text('viec'));
  const note = values.long('ghi-chu').slice(0, LONGEST_NOTE) || undefined;
  if (event === undefined) return 'Chưa chọn việc nào.';
  const seen = REPORT_STATES.find((state) => state === values.text('dang'));
  const isDone = seen === row.state && (await moveReport(db, { id: row.id, from: row.state, event, who: visit.session.name, note }, now()));
  return isDone ? undefined : 'Phản ánh này vừa được người khác chuyển. Trang dưới đây là tình trạng hiện nay.';
}

const LONGEST_NOTE = 2_000;

async function inspect({ parts: { db, now }, row, visit, form }: DeedParts): Promise<string | undefined> {
  const values = formValues(form);
  const [paper, on, finding] = [values.text('bien-ban'), values.text('ngay'), values.long('ket-luan')];
  if (paper === '' || finding === '') return 'Xin ghi tên biên bản và kết luận.';
  if (on !== '' && !isIsoDate(on)) return 'Ngày kiểm tra không đọc được.';
  await writeInspection(db, row.id, { paper, finding, by: visit.session.name, at: now(), ...(on !== '' && { on }) }, now());
  return undefined;
}

async function withReport(parts: DeskParts, visit: Visit, answer: (row: ReportRow) => Promise<Response>): Promise<Response> {
  const row = await findReport(parts.db, visit.context.params['id'] ?? '');
  return row === undefined ? refuse(parts, 404, 'not-found', visit.session) : answer(row);
}

const STATE_WORDS = { moi: 'new', 'dang-xem': 'looking', 'da-tra-loi': 'answered', dong: 'closed' } as const;

async function showInbox({ db }: DeskParts, { request, show }: Visit): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = query.get('loc') ?? '';
  const state = Object.hasOwn(STATE_WORDS, asked) ? STATE_WORDS[asked as keyof typeof STATE_WORDS] : undefined;
  const page = Number(query.get('trang') ?? 1);
  return show(INBOX, { kind: 'reports', inbox: await inboxPage(db, { state, page: Number.isInteger(page) ? page : 1 }) });
}

async function showOne(parts: DeskParts, { show }: Visit, row: ReportRow, refusal?: string): Promise<Response> {
  const now = (await findReport(parts.db, row.id)) ?? row;
  const page = await show(deskPath('mot-phan-anh'), { kind: 'report', report: { ...(await reportDetails(parts.db, now)), ...(refusal !== undefined && { refusal }) } });
  return refusal === undefined ? page : new Response(page.body, { status: 409, headers: page.headers });
}

async function givePhotograph(parts: DeskParts, visit: Visit, { id }: ReportRow): Promise<Response> {
  const bytes = await photographOf(parts.db, id);
  if (bytes === undefined) return refuse(parts, 404, 'not-found', visit.session);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" } });
}
