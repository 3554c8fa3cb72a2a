import type { AnnexView, ChangeView } from '../../../publish/desk-change.ts';
import { ACT_WORDS } from '../../../importing/facts/read-act.ts';
import { unifiedDiff } from '../../../importing/print/unified-diff.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { formatProblem } from '../../../domain/problem.ts';
import { deskPath } from '../../../paths.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Session } from '../session.ts';
import { countUsers } from '../users.ts';
import { annexOptions, annexReport, type AnnexReport } from './annex-report.ts';
import { isAnnex, lineOf, type Change } from './change.ts';
import { annexOf, filesToPlace, type ChangeFile } from './change-files.ts';
import { pictureType } from './picture-type.ts';
import { rightsOf } from './change-rights.ts';
import { stepsOf } from './change-steps.ts';
import { draftOf, problemsOf } from './import-draft.ts';
import { recordsOnDisk } from './records-on-disk.ts';
import { newErrors } from './would-be.ts';

const ROWS_A_PAGE = 200;
const QUESTIONS_AT_ONCE = 40;

/** Everything the page of one change shows. A draft is worked out anew; what was sent reads as it did then. */
export async function changeView(parts: DeskParts, change: Change, session: Session, { page, refusal }: { page: number; refusal?: string | undefined }): Promise<ChangeView> {
  const may = rightsOf(change, session, await countUsers(parts.db));
  const base = { ...lineOf(change), steps: stepsOf(change), ...(change.publishProblem !== undefined && { publishProblem: change.publishProblem }) };
  if (isAnnex(change.kind) && (change.state === 'draft' || change.report === undefined)) {
    const draft = await draftOf(parts, change);
    if ('refusal' in draft) return { ...base, records: [], problems: [draft.refusal], may: { ...may, send: false, sendSound: false }, ...(refusal !== undefined && { refusal }) };
    const { proposal } = draft;
    const report = annexReport(proposal);
    const waiting = report.counts.question + report.counts.refused;
    const can = proposal.records.length > 0 && proposal.problems.length === 0;
    return {
      ...base,
      records: recordViews(proposal.records),
      problems: problemsOf(proposal),
      annex: { ...(await annexView(parts, change, report, page)), options: annexOptions(proposal, change.input.options ?? {}) },
      may: { ...may, send: may.send && can && waiting === 0, sendSound: may.sendSound && can && waiting > 0 },
      ...(refusal !== undefined && { refusal }),
    };
  }
  const problems = change.state === 'draft' ? await formProblems(parts, change) : [];
  return {
    ...base,
    records: [...recordViews(change.records), ...(await filesToPlace(parts.db, change.id)).map((file) => fileView(change.id, file))],
    problems,
    may: { ...may, send: may.send && problems.length === 0 },
    ...(change.report !== undefined && { annex: await annexView(parts, change, change.report, page) }),
    ...(refusal !== undefined && { refusal }),
  };
}

function fileView(changeId: string, { role, sha256, bytes }: ChangeFile): ChangeView['records'][number] {
  const isPicture = pictureType(bytes) !== undefined;
  return { path: role, isNew: true, diff: '', ...(isPicture && { picture: `${deskPath('thay-doi', changeId, 'tep')}${sha256}` }) };
}

async function formProblems({ db, contentDir, cacheFile, now }: DeskParts, { id, records }: Change): Promise<string[]> {
  const filesAdded = (await filesToPlace(db, id)).map(({ role }) => role);
  return newErrors(recordsOnDisk(contentDir, cacheFile).register, { records, filesAdded }, dayInVietnam(now())).map((problem) => formatProblem(problem, 'vi'));
}

function recordViews(records: readonly ProposedRecord[]): ChangeView['records'] {
  return records.map((record) => ({ path: record.path, isNew: record.before === undefined, diff: unifiedDiff(record) }));
}

async function annexView({ db }: DeskParts, { id, kind, input }: Change, report: AnnexReport, page: number): Promise<AnnexView> {
  const annex = await annexOf(db, id);
  const pages = Math.max(1, Math.ceil(report.rows.length / ROWS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  return {
    fileName: annex?.name ?? '',
    size: annex?.size ?? 0,
    sha256: annex?.sha256 ?? '',
    isForm: kind === 'revocation',
    counts: report.counts,
    rows: report.rows.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE),
    page: shown,
    pages,
    notices: report.notices,
    questions: report.questions.slice(0, QUESTIONS_AT_ONCE),
    more: Math.max(0, report.questions.length - QUESTIONS_AT_ONCE),
    answers: answersGiven(input),
    options: { number: '', signedOn: '', issuer: '', level: '', act: '', source: '', ...asTexts(input.options) },
    hasRest: report.rest !== undefined,
  };
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  'san-pham': 'sản phẩm', 'chu-the': 'chủ thể', xa: 'xã', 'hinh-thuc': 'hình thức', sao: 'hạng sao', 'quyet-dinh': 'quyết định', skip: 'bỏ qua dòng',
};

function answersGiven({ answers = {} }: Change['input']): AnnexView['answers'] {
  return Object.entries(answers).flatMap(([row, fields]) =>
    Object.entries(fields).map(([field, value]) => ({
      key: `${row}:${field}`,
      text: `${row.replace('!', ', dòng ')}: ${FIELD_WORDS[field] ?? field}${value === true ? '' : ` = ${wordsOf(value)}`}`,
    })),
  );
}

/** `value` of an answer is a text; only `skip` has another one. */
function wordsOf(value: string | boolean | undefined): string {
  const text = String(value ?? '');
  return Object.hasOwn(ACT_WORDS, text) ? ACT_WORDS[text as keyof typeof ACT_WORDS] : text === 'moi' ? 'mới' : text === 'chua-ro' ? 'chưa rõ' : text === 'giu' ? 'giữ nguyên' : text;
}

function asTexts(options: Change['input']['options'] = {}): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
