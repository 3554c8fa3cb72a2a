import { parseReference, spacedReference } from '../../domain/report.ts';
import { deskPath, LANGUAGES, reportPath, reportReceivedPath, reportSendPath, type Language } from '../../paths.ts';
import { MOST_REPORT_PHOTO_BYTES, REPORT_FIELDS, type ReportRefusal, type ReportView } from '../../publish/report-view.ts';
import type { Database } from '../db/database.ts';
import { FewAtOnce } from '../desk/few-at-once.ts';
import { plainAnswer, privateAnswer, seeOther } from '../desk/private-answer.ts';
import { readForm } from '../desk/read-form.ts';
import { readUpload } from '../desk/read-upload.ts';
import { isSameOrigin } from '../desk/same-origin.ts';
import type { WebDoor } from '../http/web-door.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import { dropPhotograph, keepPhotograph } from './kept-photographs.ts';
import { readReport } from './read-report.ts';
import { sentPhotograph } from './report-photograph.ts';
import { addReport, findReport, type NewReport } from './report-store.ts';
import { mayVisit, visitKey } from './visit-limit.ts';

export interface ReportDoorParts {
  db: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Origin without trailing slash. */
  siteUrl: string;
  render(path: string, report: ReportView): Promise<Response>;
  /** Who hears of a new report; `domain` stands after the @ of the Message-ID. */
  mail: { to: string; domain: string } | undefined;
  onError: (error: unknown, what: string) => void;
}

/** A day of one network: mobile operators put many people behind one address. */
const MOST_TRIES = 100;
const MOST_TAKEN = 30;
/** The other fields, and the frame around each. */
const MARGIN = 128 * 1024;
const BODIES_AT_ONCE = 24;
const PHOTOGRAPHS_AT_ONCE = 2;
const PHOTOGRAPHS_WAITING = 8;

const STATUSES: Readonly<Record<ReportRefusal, number>> = { busy: 503, 'too-many': 429, 'too-large': 413, origin: 403, unreadable: 400, 'unknown-reference': 404, fault: 500 };

/** `/phan-anh/gui/` takes a report, `/phan-anh/da-nhan/<số>/` tells how one stands; the form itself is a published page. */
export function reportDoor(parts: ReportDoorParts): WebDoor {
  const bodies = new FewAtOnce(BODIES_AT_ONCE, 0);
  const works = new FewAtOnce(PHOTOGRAPHS_AT_ONCE, PHOTOGRAPHS_WAITING);
  return {
    takes: (path) => addressOf(path) !== undefined,
    async answer(request, { address }) {
      const found = addressOf(new URL(request.url).pathname);
      if (found === undefined) return plainAnswer(404, 'Không có trang này.');
      const { language, reference } = found;
      try {
        if (reference !== undefined) return privateAnswer(await showReceived(parts, language, reference, request));
        if (request.method === 'POST') return privateAnswer(await take(parts, { bodies, works, language, address }, request));
        return privateAnswer(seeOther(reportPath(language)));
      } catch (error) {
        parts.onError(error, 'taking a report');
        return privateAnswer(await refuse(parts, language, 'fault').catch(() => plainAnswer(500, 'Máy chủ gặp lỗi, phản ánh có thể chưa được nhận. Xin thử lại sau.')));
      }
    },
  };
}

function addressOf(path: string): { language: Language; reference?: string } | undefined {
  for (const language of LANGUAGES) {
    if (path === reportSendPath(language)) return { language };
    const before = reportReceivedPath(language, '').slice(0, -1);
    if (path.startsWith(before) && /^[^/]{1,40}\/$/.test(path.slice(before.length))) return { language, reference: path.slice(before.length, -1) };
  }
  return undefined;
}

async function showReceived(parts: ReportDoorParts, language: Language, text: string, { method }: Request): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return plainAnswer(405, 'Địa chỉ này không nhận yêu cầu như vậy.', { allow: 'GET, HEAD' });
  const reference = parseReference(text);
  const report = reference === undefined ? undefined : await findReport(parts.db, reference);
  if (report === undefined) return refuse(parts, language, 'unknown-reference');
  return parts.render(reportPath(language), { step: 'received', reference: report.id, state: report.state, at: Date.parse(report.created_at) });
}

interface Visit {
  bodies: FewAtOnce;
  works: FewAtOnce;
  language: Language;
  address: string;
}

async function take(parts: ReportDoorParts, { bodies, works, language, address }: Visit, request: Request): Promise<Response> {
  const { db, siteUrl, now } = parts;
  if (!isSameOrigin(request, siteUrl)) return refuse(parts, language, 'origin');
  if (!(await mayVisit(db, await visitKey(db, 'report-tried', address, now()), MOST_TRIES, now()))) return refuse(parts, language, 'too-many');
  const read = await bodies.run(async () => ({ form: await bodyOf(request) }));
  if (read === undefined) return refuse(parts, language, 'busy');
  const { form } = read;
  if (form === undefined || form === 'too-large') return refuse(parts, language, form ?? 'unreadable');

  const { values, problems } = readReport(form, language, siteUrl);
  const photograph = await sentPhotograph({ db, works, language }, { form, field: REPORT_FIELDS.photograph, key: values.photographKey }, now());
  if (photograph === 'busy') return refuse(parts, language, 'busy');
  if ('refusal' in photograph) problems.push({ field: 'photograph', text: photograph.refusal });
  const bytes = 'bytes' in photograph ? photograph.bytes : undefined;
  if (problems.length > 0 || values.kind === undefined) {
    const { photographKey: before, ...typed } = values;
    const key = 'isNew' in photograph && photograph.isNew && bytes !== undefined ? await keepPhotograph(db, bytes, now()) : bytes && before;
    return withStatus(422, await parts.render(reportPath(language), { step: 'form', values: { ...typed, ...(key !== undefined && { photographKey: key }) }, problems }));
  }

  if (!(await mayVisit(db, await visitKey(db, 'report-taken', address, now()), MOST_TAKEN, now()))) return refuse(parts, language, 'too-many');
  const { kind, words, about, contact } = values;
  const sameKey = await visitKey(db, ['report', kind, words, about, contact].join('\0'), address, now());
  const report = { kind, words, language, sameKey, about: about || undefined, contact: contact || undefined, photograph: bytes };
  const reference = await store(parts, report);
  if (values.photographKey !== undefined) await dropPhotograph(db, values.photographKey);
  return seeOther(reportReceivedPath(language, reference));
}

/** The report and the mail that tells of it stand together or not at all. */
async function store({ db, now, mail, siteUrl }: ReportDoorParts, report: NewReport): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const { reference, isNew } = await addReport(transaction, report, now());
    if (isNew && mail !== undefined) {
      const payload = { reference: spacedReference(reference), kind: report.kind, at: now(), hasPhotograph: report.photograph !== undefined, deskUrl: siteUrl + deskPath('phan-anh', reference) };
      await enqueueMail(transaction, { kind: 'report-received', subjectKey: reference, recipient: mail.to, payload }, { now: now(), domain: mail.domain });
    }
    return reference;
  });
}

async function bodyOf(request: Request): Promise<FormData | URLSearchParams | 'too-large' | undefined> {
  const isUpload = /^multipart\/form-data/i.test(request.headers.get('content-type') ?? '');
  return isUpload ? readUpload(request, MOST_REPORT_PHOTO_BYTES + MARGIN) : readForm(request, MARGIN);
}

async function refuse(parts: ReportDoorParts, language: Language, reason: ReportRefusal): Promise<Response> {
  return withStatus(STATUSES[reason], await parts.render(reportPath(language), { step: 'refused', reason }));
}

function withStatus(status: number, page: Response): Response {
  return new Response(page.body, { status, headers: page.headers });
}
