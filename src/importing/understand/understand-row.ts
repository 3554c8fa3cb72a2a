import { communeLabel, provinceLabel } from '../../domain/place-label.ts';
import type { PlaceAsSigned } from '../../domain/decision.ts';
import { drawingForName } from '../../domain/drawing.ts';
import type { ResolvedPlace } from '../../domain/place.ts';
import { headingFacts } from '../facts/heading-facts.ts';
import { provinceCodesOf, type PlaceOfRow } from '../facts/place-of-row.ts';
import { placeOfIssuer } from '../facts/read-issuer.ts';
import { titleFacts, type TitleFacts } from '../facts/title-facts.ts';
import { rowKey, type RowAnswer } from '../import-context.ts';
import type { DocumentFacts } from '../match/find-decision.ts';
import type { ImportRow, RowStatus, UnderstoodRow } from '../proposal.ts';
import { openReport, type RowReport } from '../row-report.ts';
import type { AnnexRow } from '../table/annex-table.ts';
import { cleanName } from '../text/clean-text.ts';
import { actSettled, actWritten } from './act-in-row.ts';
import { compareWithProduct } from './changes-to-product.ts';
import { decisionOfRow, type DecisionOfRow } from './decision-of-row.ts';
import { documentInRow } from './document-in-row.ts';
import { groupInRow } from './group-in-row.ts';
import type { ImportState } from './import-state.ts';
import { lineOfRow } from './line-of-row.ts';
import { placeInRow } from './place-in-row.ts';
import { producerInRow, splitProducerCell, type ProducerOfRow } from './producer-in-row.ts';
import { productInRow, type ProductOfRow } from './product-in-row.ts';
import type { NewProduct, RowOutcome } from './row-outcome.ts';
import { sourcesInRow } from './source-in-row.ts';
import { requireStars, scoreInRow, starsInRow } from './stars-in-row.ts';

export type RowRead = Omit<ImportRow, 'asWritten'> & { outcome: RowOutcome | undefined };

/** Reads one row in the light of the register and of the rows before it. */
export function understandRow(row: AnnexRow, state: ImportState): RowRead {
  const { register, options, answers } = state.context;
  const report = openReport(row);
  const answer = answers.get(rowKey(row.sheet, row.row)) ?? {};
  const title = titleFacts(row.titles);
  const heading = headingFacts(row.headings, register.groups);
  refuseWhatDecidesNothing(title, answer, report);

  const stars = starsInRow(row, heading.stars ?? title.stars, answer, report);
  if (report.messages.some(({ kind }) => kind === 'refusal')) return refusedRow(row, report);
  const score = scoreInRow(row, stars, report);
  const facts = documentInRow(row, title, options, report);
  const place = placeInRow(row, {
    heading: heading.place,
    document: placeOfDocument(facts, title),
    signedOn: facts.signedOn,
    address: splitProducerCell(row.cells.get('producer')?.text ?? '').address,
  }, register.placeIndex, answer, report);
  const provinces = place === undefined ? [] : provinceCodesOf(place.resolved);
  const places = place === undefined ? [] : [place.place.commune, place.place.province];
  const producer = producerInRow(row, { provinces, names: places }, answer, state, report);
  const written = actWritten(row, heading.act ?? title.act, options, answer, report);
  const about = { title: row.cells.get('title')?.text, sources: sourcesInRow(row, state.context), province: provinceName(place?.resolved) };
  const decision = decisionOfRow(row, facts, about, answer, state, report);
  const lines = decision?.existing?.record.lines ?? [];
  const product = productInRow(row, {
    producer, provinces, places,
    inDecision: new Set(lines.map((line) => line.product)),
    signedNames: new Map(lines.flatMap(({ product: named, asSigned }) => (asSigned?.name === undefined ? [] : [[named, asSigned.name] as const]))),
    mayBeNew: written !== 'revocation' && written !== 're-evaluation-filed',
  }, answer, state, report);

  const id = product.kind === 'existing' ? product.record.id : product.kind === 'new' ? product.id : undefined;
  const act = id === undefined ? written : actSettled(written, {
    lines: lines.filter((line) => line.product === id).map((line) => line.act),
    hasCertificate: state.index.grantsOf(id).some((grant) => grant.decision !== decision?.id) || state.granted.has(id),
    name: product.written,
  }, row, report);
  const before = lines.find((line) => line.product === id && line.act === act);
  if (before?.stars === undefined && !(before !== undefined && row.cells.get('stars') === undefined)) requireStars(row, act, stars, answer, report);
  if (act === 'revocation' && facts.signedOn === undefined && facts.attestedOn === undefined && decision?.existing === undefined) {
    report.ask(undefined, { vi: 'thu hồi phải có ngày: hãy ghi ngày quyết định hoặc chạy lại với --ngay.', en: 'a revocation needs a day: write it or run again with --ngay.' });
  }
  const group = groupInRow(row, heading.group, product.written, register, report);
  writtenTwice(row, id, act, decision, state, report);

  const outcome = id === undefined || act === undefined || decision === undefined ? undefined
    : outcomeOf(row, { stars, score, place, producer, product, act, group, decision, before }, state, report);
  const understood = understoodOf({ stars: stars ?? before?.stars as typeof stars, score, act, group, place, producer, product, facts, decision });
  const status = statusOf(report);
  if (status === 'sound' && id !== undefined && act !== 'revocation' && act !== 're-evaluation-filed') state.granted.add(id);
  return { sheet: row.sheet, row: row.row, status, understood, messages: report.messages, outcome: status === 'sound' ? outcome : undefined };
}

/** Nothing else of it is read, and no row after it leans on it. */
function refusedRow({ sheet, row, cells }: AnnexRow, { messages }: RowReport): RowRead {
  const name = cleanName(cells.get('product')?.text ?? '');
  const understood: UnderstoodRow = name === '' ? {} : { product: { name, isNew: false } };
  return { sheet, row, status: 'refused', understood, messages: messages.filter(({ kind }) => kind === 'refusal'), outcome: undefined };
}

interface Found {
  stars: UnderstoodRow['stars'];
  score: number | undefined;
  act: NonNullable<UnderstoodRow['act']>;
  group: UnderstoodRow['group'];
  place: PlaceOfRow | undefined;
  producer: ProducerOfRow;
  product: ProductOfRow;
  decision: DecisionOfRow;
  before: RowOutcome['line'] | undefined;
}

function outcomeOf(row: AnnexRow, found: Found, state: ImportState, report: RowReport): RowOutcome | undefined {
  const { product, producer, decision, act, stars, score, before } = found;
  if (product.kind === 'unsettled' || producer.kind === 'unsettled') return undefined;
  const newProducer = producer.kind === 'new' ? producer.producer : undefined;
  if (product.kind === 'new') {
    const line = lineOfRow(row, { product: product.id, act, stars, score, asSigned: undefined }, before, report);
    return { decision, line, newProducer, product: { kind: 'new', id: product.id, record: newProduct(row, found, report) } };
  }
  const { changes, asSigned } = compareWithProduct(row, { ...found, written: product.written }, product.record, state.context.register.placeIndex, report);
  const line = lineOfRow(row, { product: product.record.id, act, stars, score, asSigned }, before, report);
  return { decision, line, newProducer: changes.producer === undefined ? undefined : newProducer, product: { kind: 'existing', record: product.record, changes } };
}

function newProduct(row: AnnexRow, { product, producer, place, group }: Found, report: RowReport): NewProduct {
  const name = product.written;
  const english = row.cells.get('nameEn')?.text;
  const drawing = drawingForName(name);
  if (english === undefined && product.kind === 'new' && product.first) {
    report.notice(row.cells.get('product'), { vi: 'sản phẩm mới, chưa có tên tiếng Anh: tạm ghi tên tiếng Việt.', en: 'a new product without an English name: the Vietnamese one stands in.' });
  }
  if (drawing === 'alcohol' && product.kind === 'new' && product.first) report.notice(row.cells.get('product'), { vi: 'ghi là đồ uống có cồn: không có giá, không hiện trong danh sách.', en: 'recorded as alcohol: no price, not listed.' });
  return {
    name,
    nameEn: english === undefined ? name : cleanName(english),
    producer: producer.kind === 'existing' ? producer.id : producer.kind === 'new' ? producer.producer.id : undefined,
    group: group?.id,
    groupBasis: group === undefined ? undefined : group.inferred ? 'inferred' : 'read',
    drawing,
    alcohol: drawing === 'alcohol' ? true : undefined,
    place: place?.place,
    placeEra: place?.era ?? 'current',
  };
}

function refuseWhatDecidesNothing(title: TitleFacts, answer: RowAnswer, report: RowReport): void {
  if (answer.skip === true) report.refuse(undefined, { vi: 'bỏ qua theo câu trả lời.', en: 'left out as answered.' });
  else if (title.proposal) {
    report.refuse(undefined, { vi: 'tiêu đề nói đây là danh sách đề nghị, chưa phải quyết định; không nhập.', en: 'the title says that this is a list of proposals and no decision; not imported.' });
  }
}

function writtenTwice(row: AnnexRow, id: string | undefined, act: string | undefined, decision: DecisionOfRow | undefined, state: ImportState, report: RowReport): void {
  if (id === undefined || decision === undefined) return;
  const key = `${decision.id}:${id}:${act === 'revocation' || act === 're-evaluation-filed' ? act : 'grant'}`;
  const first = state.seen.get(key);
  if (first === undefined) state.seen.set(key, `"${row.sheet}" dòng ${row.row}`);
  else report.ask(row.cells.get('product'), { vi: `sản phẩm này đã có ở trang ${first} trong cùng quyết định: hãy xoá một dòng.`, en: `this product stands in ${first} of the same decision already: delete one row.` });
}

/** A province's own committee recognises goods of its province; a title names its province too. */
function placeOfDocument({ issuer }: DocumentFacts, { province }: TitleFacts): PlaceAsSigned {
  const of = issuer === 'unknown' || issuer.name === undefined ? undefined : placeOfIssuer(issuer.name);
  return { ...(of === undefined ? {} : { [of.level]: of.name }), ...(province === undefined || of?.level === 'province' ? {} : { province }) };
}

function provinceName(resolved: ResolvedPlace | undefined): string | undefined {
  return resolved?.kind === 'commune' || resolved?.kind === 'province' ? resolved.province.name : undefined;
}

function statusOf({ messages }: RowReport): RowStatus {
  return messages.some(({ kind }) => kind === 'question') ? 'question' : 'sound';
}

function understoodOf(found: Omit<Partial<Found>, 'decision' | 'before'> & { facts: DocumentFacts; decision: DecisionOfRow | undefined }): UnderstoodRow {
  const { product, producer, place, facts, decision, stars, score, act, group } = found;
  return {
    stars, score, act, group,
    product: product === undefined || product.written === '' ? undefined
      : product.kind === 'existing' ? { id: product.record.id, name: product.record.record.name, isNew: false }
      : { id: product.kind === 'new' ? product.id : undefined, name: product.written, isNew: product.kind === 'new' },
    producer: producer === undefined || producer.kind === 'none' ? undefined
      : producer.kind === 'existing' ? { id: producer.id, name: producer.name, isNew: false }
      : producer.kind === 'new' ? { id: producer.producer.id, name: producer.producer.name, isNew: true }
      : { name: producer.written, isNew: false },
    place: place === undefined ? undefined : placeWords(place),
    decision: { id: decision?.id, ...(decision?.existing === undefined ? facts : known(decision, facts)) },
  };
}

function known({ existing }: DecisionOfRow, facts: DocumentFacts): DocumentFacts {
  const { number, signedOn, attestedOn, issuer } = existing?.record ?? {};
  return { number: number ?? facts.number, signedOn: signedOn ?? facts.signedOn, attestedOn: attestedOn ?? facts.attestedOn, issuer: issuer === undefined || issuer === 'unknown' ? facts.issuer : issuer };
}

function placeWords({ place, resolved }: PlaceOfRow): string {
  const signed = [place.commune, place.district, place.province].filter((name) => name !== undefined).join(', ');
  const today = resolved.kind === 'commune' ? `${communeLabel(resolved.commune, 'vi')}, ${provinceLabel(resolved.province, 'vi')}` : undefined;
  return today === undefined ? signed : `${signed} → ${today}`;
}
