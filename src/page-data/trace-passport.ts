import { formatDate, formatPartialDate } from '../i18n/format-date.ts';
import type { TraceContext } from './trace-context.ts';
import { declaredBy } from './trace-declarations.ts';
import type { TraceField, TracePart } from './trace-field.ts';
import { nameParts, unitAddress, unitName } from './trace-unit.ts';
import { vietnamese, wordsIn } from './trace-words.ts';

type Field = (context: TraceContext) => Omit<TraceField, 'id'>;

/** Decree 37/2026/NĐ-CP, art. 32: the minimum of a product's digital passport, in its order. */
const EIGHT: readonly Field[] = [nameAndGtin, producer, origin, traceData, papers, dates, warnings, other];
/** Places of those that hang on a lot: its steps and its dates. */
const OF_A_LOT: readonly number[] = [4, 6];

export function passportFields(context: TraceContext): TraceField[] {
  const numbered = EIGHT.map((field, place): TraceField => ({ id: `passport-${place + 1}`, ...field(context) }));
  return context.lot === undefined ? numbered.filter((_, place) => !OF_A_LOT.includes(place + 1)) : numbered;
}

function nameAndGtin(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, pack } = context;
  const [first = {}] = nameParts(context);
  return { label: label('nameAndGtin'), parts: [{ label: label('name'), ...first }, { label: label('gtin'), text: pack.gtin }], declared: declaredBy(pack.declared, context) };
}

/** The register keeps no business or tax number. */
function producer(context: TraceContext): Omit<TraceField, 'id'> {
  const { label } = context;
  const { note: _, ...address } = unitAddress(context);
  return {
    label: label('producer'),
    parts: [
      { label: label('unit'), ...unitName(context) },
      { label: label('address'), ...address },
      { label: label('identifier') },
    ],
  };
}

function origin(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, text, product: { declaration } } = context;
  return { label: label('origin'), parts: [declaration?.origin === undefined ? {} : wordsIn(declaration.origin, text)], declared: declaredBy(declaration?.declared, context) };
}

function traceData(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, t } = context;
  const count = lot?.steps.length ?? 0;
  return { label: label('traceData'), parts: [count === 0 ? {} : { text: t('trace.steps', { count }), href: '#nhat-ky' }], declared: declaredBy(lot?.declared, context) };
}

function papers(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, text, t, product: { declaration } } = context;
  const parts = (declaration?.papers ?? []).map(({ name, number, issuedBy, validUntil }): TracePart => ({
    ...vietnamese([name, number].filter((each) => each !== undefined).join(' '), text),
    note: [issuedBy, validUntil && t('trace.papers.until', { date: formatDate(validUntil, text) })].filter((each) => each !== undefined).join(' · ') || undefined,
  }));
  return { label: label('papers'), parts: parts.length === 0 ? [{}] : parts, declared: declaredBy(declaration?.declared, context) };
}

function dates(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, text } = context;
  const date = (day: string | undefined): string | undefined => day && formatPartialDate(day, text);
  const last = lot?.useBy === undefined && lot?.bestBefore !== undefined ? { label: label('bestBefore'), text: date(lot.bestBefore) } : { label: label('useBy'), text: date(lot?.useBy) };
  return { label: label('dates'), parts: [{ label: label('producedOn'), text: date(lot?.producedOn) }, last], declared: declaredBy(lot?.declared, context) };
}

function warnings(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, text, product: { declaration } } = context;
  return { label: label('warnings'), parts: [declaration?.warnings === undefined ? {} : wordsIn(declaration.warnings, text)], declared: declaredBy(declaration?.declared, context) };
}

function other(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, text, product: { declaration } } = context;
  return {
    label: label('other'),
    parts: [
      { label: label('ingredients'), ...(declaration?.ingredients && wordsIn(declaration.ingredients, text)) },
      { label: label('storage'), ...(declaration?.storage && wordsIn(declaration.storage, text)) },
    ],
    declared: declaredBy(declaration?.declared, context),
  };
}
