import type { RawRegister } from '../../catalogue/raw-register.ts';
import type { DecisionRecord } from '../../catalogue/schemas/decision.ts';
import { ACT_WORDS } from '../facts/read-act.ts';
import { KIND_WORDS } from '../facts/read-kind.ts';
import { LEVEL_WORDS } from '../facts/read-issuer.ts';
import type { SheetToWrite } from '../spreadsheet-file.ts';
import type { ColumnKey } from '../table/column-key.ts';
import { writeSources } from '../understand/source-in-row.ts';
import { TEMPLATE_COLUMNS, TEMPLATE_HEADERS } from './template-columns.ts';

type Line = DecisionRecord['lines'][number];
type Row = Partial<Record<ColumnKey, string | number | undefined>>;

/** Every line of every real decision in the template's columns, oldest decision first; importing it changes nothing. */
export function exportDecisions(register: RawRegister): SheetToWrite {
  const decisions = register.decisions.filter(({ sample }) => !sample).sort((a, b) => compare(dayOf(a.record), dayOf(b.record)) || compare(a.id, b.id));
  const rows = decisions.flatMap(({ id, record }) => record.lines.map((line) => ({ ...ofDecision(id, record), ...ofLine(line), ...ofProduct(line, register) })));
  return {
    name: 'Quyết định',
    widths: TEMPLATE_COLUMNS.map(({ width }) => width),
    frozenRows: 1,
    rows: [[...TEMPLATE_HEADERS], ...rows.map((row, at) => TEMPLATE_COLUMNS.map(({ key }) => (key === 'ordinal' ? at + 1 : ((row as Row)[key] ?? null))))],
  };
}

function ofDecision(id: string, { number, signedOn, attestedOn, issuer, title, sources }: DecisionRecord): Row {
  const known = issuer === undefined || issuer === 'unknown' ? undefined : issuer;
  return {
    decisionId: id,
    number: number ?? 'chưa rõ',
    signedOn: signedOn === undefined ? undefined : signedOn.split('-').reverse().join('/'),
    attestedOn,
    issuer: known === undefined ? 'chưa rõ' : known.name,
    issuerLevel: known === undefined ? undefined : LEVEL_WORDS[known.level],
    title,
    source: writeSources(sources),
  };
}

function ofLine({ act, stars, score, basis, basisNote, validUntil }: Line): Row {
  return {
    act: ACT_WORDS[act],
    stars: stars ?? (act === 'revocation' || act === 're-evaluation-filed' ? undefined : 'chưa rõ'),
    score,
    basis: basis === 'inferred' ? 'suy ra' : 'đọc',
    basisNote,
    validUntil: validUntil === undefined ? undefined : validUntil.split('-').reverse().join('/'),
  };
}

function ofProduct({ product, asSigned }: Line, register: RawRegister): Row {
  const record = register.products.find(({ id }) => id === product)?.record;
  const producer = register.producers.find(({ id }) => id === record?.producer)?.record;
  const place = asSigned?.place ?? record?.place ?? {};
  return {
    productId: product,
    product: asSigned?.name ?? record?.name,
    nameEn: record?.nameEn,
    producer: asSigned?.producer ?? producer?.name,
    producerId: record?.producer,
    producerKind: producer === undefined ? undefined : KIND_WORDS[producer.kind],
    group: register.groups.find(({ id }) => id === record?.group)?.name.vi,
    commune: place.commune,
    district: place.district,
    province: place.province,
  };
}

function dayOf({ signedOn, attestedOn }: DecisionRecord): string {
  return signedOn ?? attestedOn ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
