import type { RawRecord } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import type { Source } from '../../domain/source.ts';
import { issuerSlug } from '../facts/read-issuer.ts';
import { NEW, type RowAnswer } from '../import-context.ts';
import { findDecision, type DocumentFacts } from '../match/find-decision.ts';
import { freeId } from '../match/free-id.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import { isTaken, noticeOnce, reserve, type ImportState } from './import-state.ts';

/** The decision that a row belongs to, in the register or new. */
export interface DecisionOfRow {
  id: string;
  existing: RawRecord<DecisionRecord> | undefined;
  facts: DocumentFacts;
  title: string | undefined;
  sources: readonly Source[];
}

/** `province` is that of the row, for the id of a decision whose issuer nobody knows. */
export function decisionOfRow(
  row: AnnexRow,
  facts: DocumentFacts,
  about: { title: string | undefined; sources: readonly Source[]; province: string | undefined },
  answer: RowAnswer,
  state: ImportState,
  report: RowReport,
): DecisionOfRow | undefined {
  const idCell = row.cells.get('decisionId');
  const id = idCell?.text ?? (answer['quyet-dinh'] === NEW ? undefined : answer['quyet-dinh']);
  const byId = id === undefined ? undefined : state.index.decision(state.index.movedTo('decision', id) ?? id);
  if (byId !== undefined) {
    contradictions(row, byId, facts, report);
    return existing(byId, facts, about);
  }
  if (facts.signedOn !== undefined && facts.signedOn > state.context.today) {
    report.ask(row.cells.get('signedOn'), { vi: `ngày ký ${facts.signedOn} sau hôm nay: hãy sửa lại.`, en: `the day of signing ${facts.signedOn} lies in the future: correct it.` });
    return undefined;
  }
  if (facts.number === undefined && facts.signedOn === undefined && facts.attestedOn === undefined) {
    report.ask(undefined, {
      vi: 'tệp không ghi số và ngày quyết định: hãy chạy lại với --so "2394/QĐ-UBND" --ngay 15/10/2024.',
      en: 'the file gives neither number nor day of the decision: run again with --so "2394/QĐ-UBND" --ngay 15/10/2024.',
    });
    return undefined;
  }
  const key = JSON.stringify([idCell?.text, facts, about.title]);
  const before = state.decisions.get(key);
  if (before !== undefined) return before;
  const found = answer['quyet-dinh'] === NEW ? { kind: 'none' as const } : findDecision(state.index.decisions, facts);
  if (found.kind === 'perhaps') {
    const choices = found.decisions.map(({ id: value, record }) => ({ value, label: [record.number ?? 'không rõ số', record.signedOn ?? record.attestedOn ?? 'không rõ ngày'].join(', ') }));
    report.ask(row.cells.get('number'), {
      vi: 'có thể là quyết định đã có trong hồ sơ: hãy bổ sung số, ngày, cơ quan ký, hoặc trả lời.',
      en: 'may be a decision that the register has already: add number, day and issuer, or answer.',
    }, 'quyet-dinh', [...choices, { value: NEW, label: 'quyết định khác, ghi mới' }]);
    return undefined;
  }
  const decision = found.kind === 'same' ? existing(found.decision, facts, about) : fresh(id, facts, about, state);
  state.decisions.set(key, decision);
  remarks(decision, state);
  return decision;
}

/** An id in the file beside the number or day of another document is a slip, such as a column sorted by itself. */
function contradictions(row: AnnexRow, { id, record }: RawRecord<DecisionRecord>, facts: DocumentFacts, report: RowReport): void {
  for (const field of ['number', 'signedOn'] as const) {
    const [known, now] = [record[field], facts[field]];
    if (known === undefined || now === undefined || known === now) continue;
    report.ask(row.cells.get(field), {
      vi: `mã quyết định "${id}" là của ${known}, dòng này ghi ${now}: hãy sửa mã hoặc bỏ trống.`,
      en: `the decision id "${id}" is that of ${known}, the row says ${now}: correct the id or leave it empty.`,
    });
  }
}

function existing(decision: RawRecord<DecisionRecord>, facts: DocumentFacts, about: { title: string | undefined; sources: readonly Source[] }): DecisionOfRow {
  return { id: decision.id, existing: decision, facts, title: about.title, sources: about.sources };
}

function fresh(
  wanted: string | undefined,
  facts: DocumentFacts,
  about: { title: string | undefined; sources: readonly Source[]; province: string | undefined },
  state: ImportState,
): DecisionOfRow {
  const same = [...state.decisions.values()].find((decision) => decision.existing === undefined && sameDocument(decision.facts, facts));
  if (same !== undefined) return same;
  const where = (facts.issuer === 'unknown' ? undefined : issuerSlug(facts.issuer)) ?? about.province ?? '';
  const day = facts.signedOn ?? facts.attestedOn;
  const name = facts.number === undefined ? `${where} ${day ?? ''}` : `${where} ${facts.number} ${day?.slice(0, 4) ?? ''}`;
  const id = reserve(state, 'decision', freeId(wanted ?? name, [], (taken) => isTaken(state, 'decision', taken)));
  return { id, existing: undefined, facts, title: about.title, sources: about.sources };
}

function sameDocument(a: DocumentFacts, b: DocumentFacts): boolean {
  return JSON.stringify([a.number, a.signedOn, a.attestedOn, a.issuer]) === JSON.stringify([b.number, b.signedOn, b.attestedOn, b.issuer]);
}

function remarks({ id, existing: before, facts }: DecisionOfRow, state: ImportState): void {
  const name = facts.number ?? id;
  if (before !== undefined) noticeOnce(state, { vi: `quyết định ${name} đã có trong hồ sơ (${id}); dòng mới được ghi vào đó.`, en: `decision ${name} is in the register (${id}); new lines go there.` });
  if (facts.signedOn === undefined) noticeOnce(state, { vi: `quyết định ${name} chưa rõ ngày ký: giấy chứng nhận sẽ ghi "chưa rõ" thời hạn.`, en: `decision ${name} has no day of signing: its certificates have no known end.` });
  if (facts.number === undefined) noticeOnce(state, { vi: `quyết định ngày ${facts.signedOn ?? facts.attestedOn ?? ''} chưa rõ số.`, en: `the decision of ${facts.signedOn ?? facts.attestedOn ?? ''} has no known number.` });
  if (facts.issuer === 'unknown' && before === undefined) {
    noticeOnce(state, { vi: `quyết định ${name} chưa rõ cơ quan ký: ghi "unknown"; có thể thêm --co-quan.`, en: `decision ${name} has no known issuer: written as "unknown"; --co-quan can add it.` });
  }
}
