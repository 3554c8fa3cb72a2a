import { deskPath } from '../../../paths.ts';
import { exportDecisions } from '../../../importing/exchange/export-decisions.ts';
import { templateSheets } from '../../../importing/exchange/template.ts';
import { readSpreadsheet, writeSpreadsheet } from '../../../importing/spreadsheet-file.ts';
import type { DeskParts } from '../desk-parts.ts';
import { guarded, guardedUpload, type Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';
import { fileNameOf, fileOf } from '../read-upload.ts';
import { exactly, type Route } from '../route.ts';
import { lineOf } from './change.ts';
import { addFile, ANNEX, openDraftOf } from './change-files.ts';
import { addChange, listChanges } from './change-store.ts';
import { fileAnswer } from './file-answer.ts';
import { recordsOnDisk } from './records-on-disk.ts';

/** An annex of a whole province stays far below. */
export const MOST_FILE_BYTES = 10_000_000;
/** The form around the file. */
const MARGIN = 64 * 1024;
const RECENT = 10;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `/quan-ly/nhap/`: the spreadsheet comes in; the template and the whole register go out in the same shape. */
export function importRoutes(parts: DeskParts): Route[] {
  const pattern = exactly(deskPath('nhap'));
  return [
    { method: 'GET', pattern, handle: guarded(parts, 'editor', (visit) => showImport(parts, visit)) },
    { method: 'POST', pattern, handle: guardedUpload(parts, 'editor', MOST_FILE_BYTES + MARGIN, (visit, form) => takeIn(parts, visit, form)) },
    { method: 'GET', pattern: /^\/quan-ly\/nhap\/mau\.xlsx$/, handle: guarded(parts, 'editor', async () => fileAnswer(await writeSpreadsheet(templateSheets()), 'mau-nhap-quyet-dinh.xlsx', XLSX)) },
    { method: 'GET', pattern: /^\/quan-ly\/nhap\/quyet-dinh\.xlsx$/, handle: guarded(parts, 'editor', async () => fileAnswer(await exported(parts), 'quyet-dinh.xlsx', XLSX)) },
  ];
}

async function showImport({ db }: DeskParts, { show }: Visit, problem?: string): Promise<Response> {
  const recent = (await listChanges(db, { limit: RECENT })).filter(({ kind }) => kind === 'import' || kind === 'revocation').map(lineOf);
  const page = await show(deskPath('nhap'), { kind: 'import', recent, mostBytes: MOST_FILE_BYTES, ...(problem !== undefined && { problem }) });
  return problem === undefined ? page : new Response(page.body, { status: 422, headers: page.headers });
}

/** The same file while its draft is open leads to that draft. */
async function takeIn(parts: DeskParts, visit: Visit, form: FormData): Promise<Response> {
  const { db, now } = parts;
  const file = fileOf(form, 'tep');
  if (file === undefined) return showImport(parts, visit, 'Chưa chọn tệp nào.');
  const name = fileNameOf(file);
  if (file.size > MOST_FILE_BYTES) return showImport(parts, visit, `Tệp "${name}" lớn hơn ${MOST_FILE_BYTES / 1_000_000} MB: hãy bỏ ảnh trong tệp hoặc chép bảng sang tệp mới.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readSpreadsheet(bytes, name);
  if ('refusal' in read) return showImport(parts, visit, read.refusal.vi);
  const known = await openDraftOf(db, bytes);
  if (known !== undefined) return seeOther(deskPath('thay-doi', known));
  const id = await db.transaction().execute(async (transaction) => {
    const added = await addChange(transaction, { kind: 'import', title: name, createdBy: visit.session.name, records: [], input: {} }, now());
    await addFile(transaction, added, { role: ANNEX, name, bytes });
    return added;
  });
  return seeOther(deskPath('thay-doi', id));
}

async function exported({ contentDir, cacheFile }: DeskParts): Promise<Uint8Array> {
  return writeSpreadsheet([exportDecisions(recordsOnDisk(contentDir, cacheFile).register)]);
}
