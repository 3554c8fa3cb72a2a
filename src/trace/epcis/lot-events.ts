import type { IsoDate, PartialDate } from '../../domain/calendar-day.ts';
import { isIsoDate } from '../../domain/date-text.ts';
import type { EpcisEvent } from './epcis-event.ts';
import { lotUrl, type LotSource } from './epcis-names.ts';
import { provinceNamed } from './epcis-places.ts';
import { firstInstant, stepEvent } from './step-event.ts';

/** The lot's journey as events in the order of its steps, its coming into being and its recall among them; ids are not set yet. */
export function lotEvents(source: LotSource): EpcisEvent[] {
  const { lot } = source;
  const { steps } = lot;
  const born = birthStep(source);
  const ilmd = ilmdOf(source);
  const processings = steps.flatMap(({ kind }, order) => (kind === 'processing' ? [order] : []));
  const ofSteps = steps.map((step, order) =>
    stepEvent(source, step, {
      processedBefore: processings.filter((other) => other < order).length,
      processedAgain: processings.some((other) => other > order),
      ...(order === born && { ilmd }),
    }),
  );
  return [...(born === undefined ? birthEvent(source, ilmd) : []), ...ofSteps, ...recallEvent(source)].map(withoutGaps);
}

/** True when anything of the lot's journey has a day. */
export function hasEvents({ lot }: Pick<LotSource, 'lot'>): boolean {
  return lot.steps.length > 0 || lot.recall !== undefined || birthDay({ lot }) !== undefined;
}

/** The last processing makes the lot; without one the packing does. */
function birthStep({ lot }: LotSource): number | undefined {
  const last = lot.steps.findLastIndex(({ kind }) => kind === 'processing');
  const born = last >= 0 ? last : lot.steps.findIndex(({ kind }) => kind === 'packing');
  return born >= 0 ? born : undefined;
}

/** A lot of which only its days were declared; a month or a year is no day. */
function birthEvent(source: LotSource, ilmd: EpcisEvent['ilmd']): EpcisEvent[] {
  const day = birthDay(source);
  if (day === undefined) return [];
  const { quantity } = source.lot;
  return [
    {
      type: 'ObjectEvent',
      ...firstInstant(day),
      quantityList: [{ epcClass: lotUrl(source), ...(quantity !== undefined && { quantity }) }],
      action: 'ADD',
      bizStep: 'creating_class_instance',
      ...(ilmd !== undefined && { ilmd }),
      'ocop:datePrecision': 'day',
    },
  ];
}

function birthDay({ lot }: Pick<LotSource, 'lot'>): IsoDate | undefined {
  return [lot.packedOn, lot.producedOn].find((day) => day !== undefined && isIsoDate(day));
}

function recallEvent(source: LotSource): EpcisEvent[] {
  const { recall } = source.lot;
  if (recall === undefined) return [];
  const said = { 'ocop:datePrecision': 'day', 'ocop:recallReason': recall.reason.vi, 'ocop:whatToDo': recall.whatToDo.vi };
  return [{ type: 'ObjectEvent', ...firstInstant(recall.on), quantityList: [{ epcClass: lotUrl(source) }], action: 'OBSERVE', disposition: 'recalled', ...said }];
}

/** Days that are known to the day only: a label that says a month needs no EPCIS to say it. */
function ilmdOf(source: LotSource): Readonly<Record<string, string>> {
  const { code, bestBefore, useBy } = source.lot;
  const whole = (day: PartialDate | undefined): string | undefined => (day !== undefined && isIsoDate(day) ? day : undefined);
  return withoutGaps({
    'cbvmda:lotNumber': code,
    'cbvmda:bestBeforeDate': whole(bestBefore),
    'cbvmda:itemExpirationDate': whole(useBy),
    'cbvmda:countryOfOrigin': isVietnamese(source) ? 'VN' : undefined,
  });
}

/** Only where the declared origin says so: a product's commune is not where its materials come from. */
function isVietnamese({ catalogue, product }: LotSource): boolean {
  const origin = product.declaration?.origin?.vi;
  return origin !== undefined && (/việt\s+nam/iu.test(origin) || origin.split(',').some((part) => provinceNamed(catalogue.provinces, part.trim()) !== undefined));
}

function withoutGaps<T extends object>(record: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
