import type { IsoDate } from '../../domain/calendar-day.ts';
import type { HarvestStep, JourneyStep, PackingStep, ProcessingStep, PurchaseStep, ShippingStep, TestingStep } from '../../domain/journey-step.ts';
import { provincePath } from '../../paths.ts';
import type { EpcisEvent, QuantityElement } from './epcis-event.ts';
import { documentUrl, inputUrl, intermediateUrl, lotUrl, materialUrl, paperUrl, type LotSource } from './epcis-names.ts';
import { placeName, placeUrl, provinceNamed } from './epcis-places.ts';

/** What a step is to the lot: which of several processings it is, and whether the lot comes into being in it. */
export interface StepRole {
  /** Of the processings before this one. */
  processedBefore: number;
  /** Set on the one step in which the lot comes into being. */
  ilmd?: EpcisEvent['ilmd'];
  /** A later processing follows. */
  processedAgain: boolean;
}

/** Steps carry a day; EPCIS wants an instant, so it is the day's first one in Việt Nam (docs/adr/0011-resolver-and-offline.md). */
export function firstInstant(day: IsoDate): Pick<EpcisEvent, 'eventTime' | 'eventTimeZoneOffset'> {
  return { eventTime: `${day}T00:00:00.000+07:00`, eventTimeZoneOffset: '+07:00' };
}

export function stepEvent(source: LotSource, step: JourneyStep, role: StepRole): EpcisEvent {
  const where = placeUrl(source, step);
  const base = { ...firstInstant(step.on) };
  const place = where === undefined ? {} : { readPoint: { id: where } };
  const stays = where === undefined ? {} : { ...place, bizLocation: { id: where } };
  const said = { 'ocop:datePrecision': 'day', 'ocop:doneBy': step.by, 'ocop:place': placeName(step), 'ocop:placeCode': step.placeCode, 'ocop:note': step.note?.vi };
  switch (step.kind) {
    case 'harvest':
      return { type: 'ObjectEvent', ...base, quantityList: [materialIn(source, step)], action: 'ADD', bizStep: 'creating_class_instance', ...stays, ...papers(source, step), ...said, ...grown(step) };
    case 'purchase':
      return { type: 'ObjectEvent', ...base, quantityList: [materialIn(source, step)], action: 'OBSERVE', bizStep: 'receiving', ...stays, ...papers(source, step), ...said, ...grown(step) };
    case 'processing':
      return { type: 'TransformationEvent', ...base, ...massOf(source, step, role), bizStep: 'creating_class_instance', ...stays, ...ilmdOf(role), ...papers(source, step), ...said };
    case 'testing':
      return { type: 'ObjectEvent', ...base, ...certified(source, step), quantityList: [{ epcClass: lotUrl(source) }], action: 'OBSERVE', bizStep: 'inspecting', ...stays, ...papers(source, step), ...said, ...tested(step) };
    case 'packing':
      return { type: 'ObjectEvent', ...base, quantityList: [packsOf(source, step)], action: role.ilmd === undefined ? 'OBSERVE' : 'ADD', bizStep: 'packing', ...stays, ...ilmdOf(role), ...papers(source, step), ...said };
    case 'shipping':
      return { type: 'ObjectEvent', ...base, quantityList: [packsOf(source, step)], action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit', ...place, ...papers(source, step), ...sentTo(source, step), ...said };
  }
}

function materialIn(source: LotSource, { material, materialLot, kg }: HarvestStep | PurchaseStep): QuantityElement {
  return { epcClass: materialUrl(source, material, materialLot), ...(kg !== undefined && { quantity: kg, uom: 'KGM' }) };
}

function packsOf(source: LotSource, { packs }: PackingStep | ShippingStep): QuantityElement {
  return { epcClass: lotUrl(source), ...(packs !== undefined && { quantity: packs }) };
}

/** The last processing gives the lot, one before it what the next takes; what goes in is named by its material. */
function massOf(source: LotSource, { inputs, outputKg }: ProcessingStep, { processedBefore, processedAgain }: StepRole): Pick<EpcisEvent, 'inputQuantityList' | 'outputQuantityList'> {
  const made = processedAgain ? intermediateUrl(source, processedBefore + 1) : lotUrl(source);
  return {
    inputQuantityList: inputs.map((input) => ({ epcClass: inputUrl(source, input, processedBefore), quantity: input.kg, uom: 'KGM' })),
    outputQuantityList: [{ epcClass: made, quantity: outputKg, uom: 'KGM' }],
  };
}

function ilmdOf({ ilmd }: StepRole): Pick<EpcisEvent, 'ilmd'> {
  return ilmd === undefined ? {} : { ilmd };
}

function grown({ growingArea, households }: HarvestStep | PurchaseStep): Record<`ocop:${string}`, string | number | undefined> {
  return { 'ocop:growingArea': growingArea, 'ocop:households': households };
}

/** The report where it can be read, for those who look for certificates only. */
function certified(source: LotSource, { document }: TestingStep): Pick<EpcisEvent, 'certificationInfo'> {
  const report = document === undefined ? undefined : documentUrl(source, document);
  return report === undefined ? {} : { certificationInfo: [report] };
}

function tested({ laboratory, number, result }: TestingStep): Record<`ocop:${string}`, string | undefined> {
  return { 'ocop:laboratory': laboratory, 'ocop:reportNumber': number, 'ocop:result': result };
}

/** A laboratory's report is a test result; another paper has no word in CBV but its address. */
function papers(source: LotSource, step: JourneyStep): Pick<EpcisEvent, 'bizTransactionList'> & Record<`ocop:${string}`, string | undefined> {
  const file = step.document === undefined ? undefined : documentUrl(source, step.document);
  if (step.kind !== 'testing') return { 'ocop:document': file };
  const report = file ?? (step.number === undefined ? undefined : paperUrl(source, step.number));
  return report === undefined ? {} : { bizTransactionList: [{ type: 'testres', bizTransaction: report }] };
}

/** Goods go to a province or a channel of sale; only the former has an address. */
function sentTo({ catalogue, siteUrl }: LotSource, { to }: ShippingStep): Pick<EpcisEvent, 'destinationList'> & Record<`ocop:${string}`, string> {
  const province = provinceNamed(catalogue.provinces, to);
  const list = province === undefined ? {} : { destinationList: [{ type: 'location', destination: siteUrl + provincePath('vi', province.slug) }] };
  return { ...list, 'ocop:sentTo': to };
}
