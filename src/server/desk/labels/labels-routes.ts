import { randomBytes } from 'node:crypto';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { deskPath } from '../../../paths.ts';
import { BatchRefused } from '../../../importing/write/batch-write.ts';
import { labelFacts } from '../../../trace/labels/label-facts.ts';
import { LABEL_FORMATS, printLabels, type LabelFile } from '../../../trace/labels/label-job.ts';
import { issueSerials, serialsCsv } from '../../../trace/labels/serials.ts';
import { keepSerials, knownSerials } from '../../labels/serial-record.ts';
import { recordAudit } from '../audit.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedForm, mayAct, refuse, type Visit } from '../guard.ts';
import { plainAnswer } from '../private-answer.ts';
import { exactly, type Route } from '../route.ts';
import { copiesOf, FIELDS, MOST_COPIES, readLabelRequest } from './label-request.ts';
import { labelsView } from './labels-view.ts';

/** `/quan-ly/nhan/`: chooses and shows a label; `…/tep/` is the file, `…/so-se-ri/` a batch of serials. */
export function labelRoutes(parts: DeskParts): Route[] {
  return [
    { method: 'GET', pattern: exactly(deskPath('nhan')), handle: guarded(parts, 'editor', (visit) => showLabels(parts, visit)) },
    { method: 'GET', pattern: exactly(deskPath('nhan', 'tep')), handle: guarded(parts, 'editor', (visit) => labelFile(parts, visit)) },
    { method: 'POST', pattern: exactly(deskPath('nhan', 'so-se-ri')), handle: guardedForm(parts, 'approver', (visit, form) => serialBatch(parts, visit, form)) },
  ];
}

async function showLabels(parts: DeskParts, { request, session, show }: Visit): Promise<Response> {
  const catalogue = await parts.catalogue();
  const context = { catalogue, siteUrl: parts.siteUrl, today: dayInVietnam(parts.now()), mayIssue: mayAct(session, 'approver') };
  const view = labelsView(context, readLabelRequest(catalogue, new URL(request.url).searchParams));
  return show(deskPath('nhan'), { kind: 'labels', labels: view });
}

async function labelFile(parts: DeskParts, { request, session }: Visit): Promise<Response> {
  const catalogue = await parts.catalogue();
  const query = new URL(request.url).searchParams;
  const { subject, grid, capitals, ...asked } = readLabelRequest(catalogue, query);
  const format = LABEL_FORMATS.find((one) => one === query.get(FIELDS.format));
  const copies = copiesOf({ ...asked, grid });
  if (subject === undefined || format === undefined || copies === undefined) return refuse(parts, 404, 'not-found', session);
  const { files } = await printLabels({ catalogue, subjects: [subject], grid, format, copies, capitals, siteUrl: parts.siteUrl, printedOn: dayInVietnam(parts.now()) });
  const [file] = files;
  return file === undefined ? refuse(parts, 404, 'not-found', session) : download(file);
}

/**
 * Issues serials: the hashes join the lot's record at once, and the plain serials leave with this answer alone. Nothing
 * waits for approval: labels that are printed must not become unknown.
 */
async function serialBatch(parts: DeskParts, { session }: Visit, form: URLSearchParams): Promise<Response> {
  const catalogue = await parts.catalogue();
  const { subject, grid, capitals } = readLabelRequest(catalogue, form);
  const count = copiesOf({ copies: (form.get(FIELDS.copies) ?? '').trim(), grid });
  if (subject?.lot === undefined) return refuse(parts, 404, 'not-found', session);
  if (count === undefined) return plainAnswer(422, `Số nhãn chưa đúng: ghi số nguyên từ 1 đến ${MOST_COPIES}. Quay lại trang trước để sửa.`);
  const { lot, product } = subject;
  const today = dayInVietnam(parts.now());
  const choices = { siteUrl: parts.siteUrl, printedOn: today, capitals };
  const { serials, hashes } = issueSerials(lot.code, count, knownSerials(parts.contentDir, lot), randomBytes);
  const file: LabelFile | undefined =
    form.get(FIELDS.format) === 'csv'
      ? { name: `so-seri-${product.id}-${lot.code}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(serialsCsv(serials.map((serial) => ({ serial, address: labelFacts(catalogue, { ...subject, serial }, choices).address })))) }
      : (await printLabels({ catalogue, subjects: serials.map((serial) => ({ ...subject, serial })), grid, format: 'pdf', copies: 1, ...choices })).files[0];
  if (file === undefined) return plainAnswer(422, 'Nhãn cỡ này không đủ chỗ khi có thêm số sê-ri. Quay lại và chọn cỡ lớn hơn; chưa số nào được cấp.');
  try {
    keepSerials(parts.contentDir, lot, hashes, today);
  } catch (error) {
    if (error instanceof BatchRefused) return plainAnswer(409, `Chưa cấp số nào. ${error.message}`);
    throw error;
  }
  await recordAudit(parts.db, { who: session.name, action: 'serials-issued', subject: `lot:${product.id}/${lot.code}`, note: String(count) }, parts.now());
  const published = await parts.publish({ who: session.name, what: `Số sê-ri lô ${lot.code}` });
  if ('problem' in published) parts.onError(new Error(published.problem), `serials of lot ${lot.code} are recorded and not yet published`);
  return download(file);
}

function download({ name, type, bytes }: LabelFile): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
  });
}
