import { deskPath } from '../../../paths.ts';
import { changeYaml, formatYaml, parseYaml } from '../../../catalogue/yaml-file.ts';
import { dayInVietnam } from '../../../domain/calendar-day.ts';
import { formatProblem } from '../../../domain/problem.ts';
import type { ProposedRecord } from '../../../importing/proposal.ts';
import type { ChangeKind } from '../../../publish/desk-change.ts';
import type { DeskForm } from '../../../publish/desk-form.ts';
import { digestOf } from '../audit.ts';
import { addChange } from '../changes/change-store.ts';
import { addFile, type ChangeFile } from '../changes/change-files.ts';
import { recordsOnDisk, recordText } from '../changes/records-on-disk.ts';
import { newErrors } from '../changes/would-be.ts';
import type { DeskParts } from '../desk-parts.ts';
import type { Visit } from '../guard.ts';
import { seeOther } from '../private-answer.ts';

/** Hidden in every form: what the record said when the form was opened. */
export const OPENED_WITH = 'goc';

export type Fields = Record<string, unknown>;

export interface OpenedRecord {
  path: string;
  /** Undefined for a record that is yet to be made. */
  before: string | undefined;
  /** As the file says it, before defaults. */
  fields: Fields;
  digest: string;
}

export function openRecord({ contentDir }: DeskParts, path: string): OpenedRecord {
  const before = recordText(contentDir, path);
  const parsed = before === undefined ? undefined : parseYaml(before);
  const fields = parsed !== undefined && 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null ? (parsed.value as Fields) : {};
  return { path, before, fields, digest: before === undefined ? '' : digestOf(before) };
}

/** The record with new fields; comments and the order of what was there stay, and empty fields go. */
export function changedRecord({ path, before, fields }: OpenedRecord, changed: Fields, order: readonly string[]): ProposedRecord {
  const all = { ...fields, ...changed };
  const keys = [...new Set([...order, ...Object.keys(all)])].filter((key) => all[key] !== undefined);
  const wanted = JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, inOrderOf(fields[key], all[key])])))) as Fields;
  return { path, before, after: before === undefined ? formatYaml(wanted) : changeYaml(before, wanted) };
}

/** The value with the fields of its parts in the order that they have now, so that only what changed is rewritten. */
function inOrderOf(known: unknown, value: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(value)) return value.map((inner, at) => inOrderOf(known[at], inner));
  if (!isFields(known) || !isFields(value)) return value;
  const keys = [...Object.keys(known).filter((key) => key in value), ...Object.keys(value).filter((key) => !(key in known))];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(known[key], value[key])]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface Filled {
  kind: ChangeKind;
  title: string;
  record: ProposedRecord;
  file?: Pick<ChangeFile, 'role' | 'name' | 'bytes'>;
}

/** Keeps what was filled in as a change to be confirmed, or gives back why that cannot be. */
export async function proposeRecord(parts: DeskParts, { session }: Visit, openedWith: string, { kind, title, record, file }: Filled): Promise<Response | { problems: string[] }> {
  const { db, now, contentDir, cacheFile } = parts;
  const { before, after } = record;
  if (openedWith !== (before === undefined ? '' : digestOf(before))) return { problems: ['Hồ sơ đã được sửa từ lúc mở trang này. Hãy mở lại trang để xem bản mới rồi điền lại.'] };
  if (before === after) return { problems: ['Chưa có gì thay đổi so với hồ sơ hiện nay.'] };
  const { register, unreadable } = recordsOnDisk(contentDir, cacheFile);
  if (unreadable.length > 0) return { problems: [`Hồ sơ hiện có lỗi, cần sửa trước: ${unreadable.join(' ')}`] };
  const errors = newErrors(register, { records: [record], filesAdded: file === undefined ? [] : [file.role] }, dayInVietnam(now()));
  if (errors.length > 0) return { problems: errors.map((problem) => formatProblem(problem, 'vi').replace(`${problem.file}: `, '')) };
  const id = await db.transaction().execute(async (transaction) => {
    const added = await addChange(transaction, { kind, title, createdBy: session.name, records: [record], input: {} }, now());
    if (file !== undefined) await addFile(transaction, added, file);
    return added;
  });
  return seeOther(deskPath('thay-doi', id));
}

export async function showForm({ show }: Visit, form: DeskForm, path: string): Promise<Response> {
  const page = await show(deskPath('bieu-mau'), { kind: 'form', form, path });
  const isRefused = form.problems.length > 0 || form.sections.some(({ fields }) => fields.some(({ problem }) => problem !== undefined));
  return isRefused ? new Response(page.body, { status: 422, headers: page.headers }) : page;
}
