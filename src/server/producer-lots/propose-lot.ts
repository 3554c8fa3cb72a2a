import { formatYaml } from '../../catalogue/yaml-file.ts';
import { dayInVietnam } from '../../domain/calendar-day.ts';
import { formatProblem, type Problem } from '../../domain/problem.ts';
import type { ProposedRecord } from '../../importing/proposal.ts';
import { deskPath } from '../../paths.ts';
import { recordAudit } from '../desk/audit.ts';
import { addFile, sha256Of } from '../desk/changes/change-files.ts';
import { addChange, moveChange } from '../desk/changes/change-store.ts';
import { recordsOnDisk, recordText } from '../desk/changes/records-on-disk.ts';
import { newErrors } from '../desk/changes/would-be.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import type { Fields } from '../desk/forms/record-form.ts';
import { enqueueMail } from '../mail/enqueue-mail.ts';
import type { LotFaults, LotField } from './lot-fields.ts';
import type { LotLink } from './lot-link.ts';
import type { LotProduct } from './lot-product.ts';
import { noteSending, waitingCodes } from './lot-sendings.ts';
import type { LotDeclaration } from './read-lot.ts';

export interface SentDeclaration extends LotDeclaration {
  photograph?: { bytes: Uint8Array; alt: string };
  formKey: string;
}

export type Proposed = { code: string } | { faults: LotFaults; problems: string[] };

/** What a proposal needs besides the desk. */
export interface ProposeParts extends DeskParts {
  /** Who hears of a declared lot; `domain` stands after the @ of the Message-ID. */
  mail: { to: string; domain: string } | undefined;
}

/** What the producer declares becomes a change that waits for the office, under the rules of every record. */
export async function proposeLot(parts: ProposeParts, link: LotLink, product: LotProduct, sent: SentDeclaration): Promise<Proposed> {
  const { db, contentDir, cacheFile, now, mail, siteUrl } = parts;
  const { code, formKey } = sent;
  const path = `content/lots/${product.id}/${code}.yaml`;
  const refused = (field: LotField, sentence: string): Proposed => ({ faults: { [field]: sentence }, problems: [] });
  if (recordText(contentDir, path) !== undefined) return refused('code', `Lô ${code} đã có trên trang. Mỗi lô có một mã riêng.`);
  if ((await waitingCodes(db, product.id)).has(code)) return refused('code', `Lô ${code} đã gửi và đang chờ văn phòng duyệt.`);

  const today = dayInVietnam(now());
  const file = sent.photograph && { role: path.replace(/\.yaml$/, `/${photographName(sent.photograph.bytes)}`), name: 'anh.jpg', bytes: sent.photograph.bytes };
  const photographs = file && sent.photograph && [{ file: file.role.split('/').at(-1), alt: { vi: sent.photograph.alt } }];
  const record: ProposedRecord = { path, after: formatYaml({ ...sent.fields, ...(photographs && { photographs }), declared: { by: product.producer, on: today } }) };
  const errors = newErrors(recordsOnDisk(contentDir, cacheFile).register, { records: [record], filesAdded: file === undefined ? [] : [file.role] }, today);
  if (errors.length > 0) return toldByField(errors, path, sent.fields);

  const who = `chủ thể ${product.producer}`;
  const change = { kind: 'lot', title: `Lô ${code}: ${product.name}`, createdBy: who, records: [record], input: { lotLink: link.id } } as const;
  await db.transaction().execute(async (transaction) => {
    const changeId = await addChange(transaction, change, now());
    if (!(await noteSending(transaction, { linkId: link.id, formKey, code, changeId }, now()))) throw new SentTwice();
    if (file !== undefined) await addFile(transaction, changeId, file);
    await moveChange(transaction, changeId, 'draft', { state: 'waiting', sentBy: who, sentAt: now() }, now());
    await recordAudit(transaction, { who, action: 'change-sent', subject: `change:${changeId}`, note: `lot-link:${link.id}` }, now());
    if (mail === undefined) return;
    const payload = { code, product: product.name, producer: product.producer, deskUrl: siteUrl + deskPath('thay-doi', changeId) };
    await enqueueMail(transaction, { kind: 'lot-declared', subjectKey: changeId, recipient: mail.to, payload }, { now: now(), domain: mail.domain });
  }).catch((error: unknown) => {
    if (!(error instanceof SentTwice)) throw error;
  });
  return { code };
}

/** Another request sent the same form at the same moment: its change stands, that of this one is rolled back. */
class SentTwice extends Error {
  override name = 'SentTwice';
}

function photographName(bytes: Uint8Array): string {
  return `anh-${sha256Of(bytes).slice(0, 8)}.jpg`;
}

/** Each error beside the field that it is about, the others above the form. */
function toldByField(errors: readonly Problem[], path: string, { steps }: Fields): Proposed {
  const faults: LotFaults = {};
  const problems: string[] = [];
  for (const problem of errors) {
    const field = fieldOf(problem.field, Array.isArray(steps) ? (steps as Fields[]) : []);
    const sentence = capital(problem.messageVi ?? problem.message);
    if (problem.file === path && field !== undefined && faults[field] === undefined) faults[field] = sentence;
    else problems.push(capital(formatProblem(problem, 'vi').replace(`${problem.file}: `, '')));
  }
  return { faults, problems };
}

const PLAIN: Readonly<Record<string, LotField>> = { sku: 'sku', producedOn: 'producedOn', packedOn: 'packedOn', useBy: 'useBy', quantity: 'quantity', photographs: 'photograph' };

function fieldOf(field: string, steps: readonly Fields[]): LotField | undefined {
  const [first = '', at, part] = field.split('.');
  if (first !== 'steps') return PLAIN[first];
  const kind = steps[Number(at)]?.['kind'];
  if (kind === 'processing') return part === 'on' ? 'processedOn' : part === 'inputs' ? 'inputKg' : 'outputKg';
  if (kind === 'packing') return part === 'packs' ? 'quantity' : 'packedOn';
  return part === 'on' ? 'materialOn' : part === 'kg' ? 'materialKg' : 'material';
}

/** As people write a sentence, and a day in it. */
function capital(told: string): string {
  const sentence = told.replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3/$2/$1');
  const text = sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
