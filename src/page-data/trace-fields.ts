import { spacedTraceCode } from '../domain/trace-code.ts';
import { formatDate, formatPartialDate } from '../i18n/format-date.ts';
import { formatCount } from '../i18n/format-number.ts';
import { traceAddressText } from './trace-code-text.ts';
import type { TraceContext } from './trace-context.ts';
import { declaredBy } from './trace-declarations.ts';
import type { TraceField, TracePart } from './trace-field.ts';
import { packedOn } from './trace-packing.ts';
import { photographsOf } from './trace-product.ts';
import { nameParts, unitAddress, unitName } from './trace-unit.ts';
import { vietnamese } from './trace-words.ts';

type Field = (context: TraceContext) => Omit<TraceField, 'id'>;

/** Circular 02/2024/TT-BKHCN: the minimum of traceability data, in its order. */
const TEN: readonly Field[] = [name, picture, unit, address, stages, time, code, brand, useBy, standard];
/** Places of those that hang on a lot: stages, time, use-by. */
const OF_A_LOT: readonly number[] = [5, 6, 9];

export function traceFields(context: TraceContext): TraceField[] {
  const numbered = TEN.map((field, place): TraceField => ({ id: `circular-${place + 1}`, ...field(context) }));
  return context.lot === undefined ? numbered.filter((_, place) => !OF_A_LOT.includes(place + 1)) : numbered;
}

function name(context: TraceContext): Omit<TraceField, 'id'> {
  return { label: context.label('name'), parts: nameParts(context) };
}

function picture(context: TraceContext): Omit<TraceField, 'id'> {
  const { t, label, lot } = context;
  const count = photographsOf(context).length;
  const part: TracePart = count === 0 ? {} : { text: t('trace.pictures', { count }), href: '#san-pham' };
  return { label: label('picture'), parts: [part], declared: lot !== undefined && lot.photographs.length > 0 ? declaredBy(lot.declared, context) : undefined };
}

function unit(context: TraceContext): Omit<TraceField, 'id'> {
  return { label: context.label('unit'), parts: [unitName(context)] };
}

function address(context: TraceContext): Omit<TraceField, 'id'> {
  return { label: context.label('address'), parts: [unitAddress(context)] };
}

function stages(context: TraceContext): Omit<TraceField, 'id'> {
  const { t, label, lot, text, product } = context;
  const steps = lot?.steps ?? [];
  const [first, last] = [steps[0], steps.at(-1)];
  const codes = [...new Set([...steps.map(({ placeCode }) => placeCode), product.declaration?.placeCode].filter((each) => each !== undefined))];
  return {
    label: label('stages'),
    parts: [
      { label: label('productCode'), text: traceAddressText(context) },
      { label: label('placeCode'), text: codes.length === 0 ? undefined : codes.join(', ') },
      {
        label: label('eventTime'),
        ...(first !== undefined && last !== undefined && {
          text: first.on === last.on ? formatDate(first.on, text) : t('trace.from.to', { from: formatDate(first.on, text), to: formatDate(last.on, text) }),
          note: t('trace.steps', { count: steps.length }),
          href: '#nhat-ky',
        }),
      },
    ],
    declared: declaredBy(lot?.declared, context),
  };
}

function time(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, text } = context;
  const shipped = lot?.steps.find((step) => step.kind === 'shipping')?.on;
  const date = (day: string | undefined): string | undefined => day && formatPartialDate(day, text);
  return {
    label: label('time'),
    parts: [
      { label: label('producedOn'), text: date(lot?.producedOn) },
      { label: label('packedOn'), text: date(lot && packedOn(lot)) },
      { label: label('shippedOn'), text: date(shipped) },
    ],
    declared: declaredBy(lot?.declared, context),
  };
}

function code(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, pack, lot } = context;
  const parts: TracePart[] = [];
  if (pack.gtin !== undefined) parts.push({ label: label('gtin'), text: pack.gtin });
  if (pack.traceCode !== undefined) parts.push({ label: label('ownCode'), text: spacedTraceCode(pack.traceCode) });
  if (lot !== undefined) parts.push({ label: label('lot'), text: lot.code });
  return { label: label('code'), parts, declared: declaredBy(pack.declared, context) };
}

function brand(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, product: { declaration }, t, text, view } = context;
  const scanned = view.scanned?.serial?.value;
  const issued = lot?.serials && t('trace.serials', { count: formatCount(lot.serials.count, text), date: formatDate(lot.serials.issuedOn, text) });
  return {
    label: label('brand'),
    parts: [
      { label: label('brandName'), ...(declaration?.brand !== undefined && vietnamese(declaration.brand, text)) },
      { label: label('model'), text: declaration?.model },
      ...(lot === undefined ? [] : [{ label: label('serial'), text: scanned ?? issued, note: scanned === undefined ? undefined : issued }]),
    ],
    declared: declaredBy(declaration?.declared, context),
  };
}

function useBy(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, text } = context;
  const last: TracePart = { text: lot?.useBy && formatPartialDate(lot.useBy, text) };
  const best: TracePart = { label: label('bestBefore'), text: lot?.bestBefore && formatPartialDate(lot.bestBefore, text) };
  const both = [{ label: label('useBy'), ...last }, best];
  const parts = lot?.bestBefore === undefined ? [last] : lot.useBy === undefined ? [best] : both;
  return { label: label('useBy'), parts, declared: declaredBy(lot?.declared, context) };
}

function standard(context: TraceContext): Omit<TraceField, 'id'> {
  const { label, lot, product: { declaration } } = context;
  const declared = lot?.standard === undefined ? declaration?.declared : lot.declared;
  return { label: label('standard'), parts: [{ text: lot?.standard ?? declaration?.standard }], declared: declaredBy(declared, context) };
}
