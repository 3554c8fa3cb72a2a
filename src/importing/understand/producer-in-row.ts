import { producerKey, areNear } from '../match/name-key.ts';
import { findProducer } from '../match/find-producer.ts';
import { freeId } from '../match/free-id.ts';
import { readKind } from '../facts/read-kind.ts';
import { NEW, type RowAnswer } from '../import-context.ts';
import type { Choice } from '../proposal.ts';
import type { RowReport } from '../row-report.ts';
import type { AnnexCell, AnnexRow } from '../table/annex-table.ts';
import { cleanName, isAllCaps } from '../text/clean-text.ts';
import { isTaken, reserve, type ImportState, type NewProducer } from './import-state.ts';

/** Who makes the product; `unsettled` while a question about it is open. */
export type ProducerOfRow =
  | { kind: 'none' }
  | { kind: 'existing'; id: string; name: string; written: string }
  | { kind: 'new'; producer: NewProducer; written: string }
  | { kind: 'unsettled'; written: string };

const UNKNOWN_WORDS = /^(chưa rõ|không rõ|[-–—]+)$/iu;
const PHONE = /[,;(]?\s*(?:sđt|đt|điện thoại|số điện thoại|tel)[.:]?\s*[\d\s.()+-]{8,}\)?/giu;
const ADDRESS =
  /[\s,;:(–-]*(?:(?:địa chỉ|đ\/c|đc)\s*[:.]|,\s*(?=(?:thôn|xóm|bản|ấp|buôn|khu phố|tổ dân phố|tdp|đường|xã|phường|thị trấn|đặc khu|tt\.)\s|(?:khu|tổ|số)\s+\d))/iu;

/** Name and address that stand in one cell: "HTX Phú Sáng, thôn 3, xã Cẩm Mỹ". A telephone number is a private matter and goes. */
export function splitProducerCell(text: string): { name: string; address: string | undefined } {
  const without = text.replace(PHONE, '');
  const at = ADDRESS.exec(without);
  if (at === null || at.index < 3) return { name: cleanName(without), address: undefined };
  const address = without.slice(at.index + at[0].length).replace(/\)\s*$/u, '');
  return { name: cleanName(without.slice(0, at.index)), address: address.trim() === '' ? undefined : address.trim() };
}

export function producerInRow(
  row: AnnexRow,
  place: { provinces: readonly string[]; names: readonly (string | undefined)[] },
  answer: RowAnswer,
  state: ImportState,
  report: RowReport,
): ProducerOfRow {
  const idCell = row.cells.get('producerId');
  const cell = row.cells.get('producer');
  const name = cell === undefined || UNKNOWN_WORDS.test(cell.text) ? '' : splitProducerCell(cell.text).name;
  const id = idCell === undefined ? undefined : (state.index.movedTo('producer', idCell.text) ?? idCell.text);
  const byId = id === undefined ? undefined : state.index.producer(id);
  if (byId !== undefined) return { kind: 'existing', id: byId.id, name: byId.record.name, written: name || byId.record.name };
  if (name === '') return { kind: 'none' };
  const key = producerKey(name);
  const answered = answer['chu-the'] ?? state.answeredProducers.get(key);
  if (answered !== undefined && answered !== NEW) return chosen(answered, name, cell, state, report);
  const before = state.newProducers.find((producer) => producer.key === key && mayBeOne(producer.provinces, place.provinces));
  if (before !== undefined) return { kind: 'new', producer: before, written: name };
  if (answered !== NEW) {
    const found = findProducer(state.index, name, place.provinces);
    if (found.kind === 'same') return { kind: 'existing', id: found.producer.id, name: found.producer.record.name, written: name };
    if (found.kind === 'perhaps') {
      askWhich(cell, found.producers.map(({ id: value, record }) => ({ value, label: record.name })), found.because, report);
      return { kind: 'unsettled', written: name };
    }
    const near = state.newProducers.find((producer) => areNear(producer.key, key));
    if (near !== undefined) {
      askWhich(cell, [{ value: near.id, label: `${near.name} (dòng trên)` }], near.key === key ? 'elsewhere' : 'near', report);
      return { kind: 'unsettled', written: name };
    }
  } else state.answeredProducers.set(key, NEW);
  return { kind: 'new', producer: create(row, { name, key, provinces: place.provinces }, place.names, state, cell, report), written: name };
}

function mayBeOne(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((code) => b.includes(code));
}

function chosen(id: string, name: string, cell: AnnexCell | undefined, state: ImportState, report: RowReport): ProducerOfRow {
  const key = producerKey(name);
  const existing = state.index.producer(id);
  const fresh = state.newProducers.find((producer) => producer.id === id);
  if (existing === undefined && fresh === undefined) {
    report.ask(cell, { vi: `câu trả lời chu-the: "${id}" không có trong hồ sơ.`, en: `the answer chu-the: "${id}" is not in the register.` });
    return { kind: 'unsettled', written: name };
  }
  state.answeredProducers.set(key, id);
  if (existing !== undefined) return { kind: 'existing', id, name: existing.record.name, written: name };
  return { kind: 'new', producer: fresh as NewProducer, written: name };
}

function create(
  row: AnnexRow, about: Pick<NewProducer, 'name' | 'key' | 'provinces'>, places: readonly (string | undefined)[], state: ImportState, cell: AnnexCell | undefined, report: RowReport,
): NewProducer {
  const id = reserve(state, 'producer', freeId(about.name, places, (taken) => isTaken(state, 'producer', taken)));
  const kind = readKind(row.cells.get('producerKind')?.text ?? '') ?? readKind(about.name) ?? 'unknown';
  const producer: NewProducer = { id, kind, ...about };
  state.newProducers.push(producer);
  if (isAllCaps(about.name)) report.notice(cell, { vi: 'tên viết toàn chữ hoa, giữ nguyên: nên sửa theo văn bản.', en: 'the name is all capitals and kept so: correct it from the document.' });
  return producer;
}

const WHY = {
  near: { vi: 'gần giống chủ thể đã có, có thể là một', en: 'is near a producer already known and may be the same' },
  elsewhere: { vi: 'trùng tên chủ thể ở tỉnh khác', en: 'bears the name of a producer in another province' },
  several: { vi: 'trùng tên nhiều chủ thể', en: 'bears the name of several producers' },
} as const;

function askWhich(cell: AnnexCell | undefined, producers: readonly Choice[], because: keyof typeof WHY, report: RowReport): void {
  const names = producers.map(({ label }) => `"${label}"`).join(', ');
  report.ask(cell, { vi: `${WHY[because].vi}: ${names}; hãy sửa tên hoặc trả lời.`, en: `${WHY[because].en}: ${names}; correct the name or answer.` }, 'chu-the', [
    ...producers,
    { value: NEW, label: 'chủ thể mới' },
  ]);
}
