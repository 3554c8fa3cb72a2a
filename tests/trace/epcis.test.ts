import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JourneyStep } from '../../src/domain/journey-step.ts';
import type { Lot } from '../../src/domain/lot.ts';
import { epcisDocument } from '../../src/trace/epcis/epcis-document.ts';
import type { LotSource } from '../../src/trace/epcis/epcis-names.ts';
import { eventId, type EventToHash } from '../../src/trace/epcis/event-id.ts';
import { hasEvents } from '../../src/trace/epcis/lot-events.ts';
import { certificate, lot, product, smallCatalogue } from '../publish/small-catalogue.ts';
import { schemaFault } from './epcis-schema.ts';
import { AS_OF, SITE, sampleLots } from './sample-lots.ts';

const mam = product('mam', { name: 'Nước mắm', packs: [{ sku: 'mam-goi', label: 'Chai 500 ml', gtin: '9524000000101', coveredByDecision: 'yes' }] });
const source = (more: Partial<Lot>, over: Partial<LotSource> = {}): LotSource => {
  const made = lot('mam', 'L-7', more);
  const catalogue = smallCatalogue({ products: [mam], lots: [made], documents: { 'mam/L-7': [{ file: 'kq.pdf', sha256: 'a'.repeat(64), bytes: 9, extension: 'pdf', mediaType: 'application/pdf' }] } });
  return { catalogue, siteUrl: SITE, product: mam, pack: mam.packs[0] as LotSource['pack'], lot: made, ...over };
};
const eventsOf = (more: Partial<Lot>) => epcisDocument(source(more), AS_OF).epcisBody.eventList;
const home = { commune: 'Cẩm Nhượng', province: 'Hà Tĩnh' };
const harvest: JourneyStep = { kind: 'harvest', on: '2026-05-01', material: 'Cá cơm', materialLot: 'CA-1', kg: 120, place: home };
const processing: JourneyStep = { kind: 'processing', on: '2026-05-02', inputs: [{ material: 'Cá cơm', lot: 'CA-1', kg: 120 }], outputKg: 40, place: home };
const packing: JourneyStep = { kind: 'packing', on: '2026-06-01', packs: 480 };
const LOT = `${SITE}/01/09524000000101/10/L-7`;

describe('documents of the practice goods', () => {
  test.each(sampleLots.map((one): [string, LotSource] => [`${one.lot.productId}/${one.lot.code}`, one]))('%s is valid to GS1’s schema', (_name, one) => {
    const document = epcisDocument(one, AS_OF);
    expect(schemaFault(document)).toBeUndefined();
    expect(document.epcisBody.eventList.length).toBeGreaterThanOrEqual(one.lot.steps.length);
    expect(document['ocop:sample']).toBe('dữ liệu minh hoạ');
  });

  test('there are such lots, a recalled one among them', () => {
    expect(sampleLots.length).toBeGreaterThanOrEqual(8);
    expect(sampleLots.flatMap((one) => epcisDocument(one, AS_OF).epcisBody.eventList).some(({ disposition }) => disposition === 'recalled')).toBe(true);
  });

  test('the schema refuses what is no document', () => {
    const document = epcisDocument(sampleLots[0] as LotSource, AS_OF);
    const spoiled = { ...document, epcisBody: { eventList: [{ ...document.epcisBody.eventList[0], eventTime: 'hôm qua' }] } };
    expect(schemaFault(spoiled)).toContain('eventTime');
    expect(schemaFault({ ...document, note: 'x' })).toContain('property name');
  });
});

describe('steps become events', () => {
  test('a harvest brings a material into being', () => {
    expect(eventsOf({ steps: [harvest] })[0]).toMatchObject({
      type: 'ObjectEvent',
      eventTime: '2026-05-01T00:00:00.000+07:00',
      eventTimeZoneOffset: '+07:00',
      action: 'ADD',
      bizStep: 'creating_class_instance',
      quantityList: [{ epcClass: `${SITE}/san-pham/mam/#nguyen-lieu-ca-com-CA-1`, quantity: 120, uom: 'KGM' }],
      readPoint: { id: `${SITE}/xa/ha-tinh/thien-cam/` },
    });
  });

  test('a purchase is receiving', () => {
    expect(eventsOf({ steps: [{ ...harvest, kind: 'purchase' }] })[0]).toMatchObject({ action: 'OBSERVE', bizStep: 'receiving' });
  });

  test('processing turns the same material into the lot, with its mass', () => {
    const [, made] = eventsOf({ steps: [harvest, processing, packing], bestBefore: '2028-06-01', useBy: '2028-07' });
    expect(made).toMatchObject({
      type: 'TransformationEvent',
      inputQuantityList: [{ epcClass: `${SITE}/san-pham/mam/#nguyen-lieu-ca-com-CA-1`, quantity: 120, uom: 'KGM' }],
      outputQuantityList: [{ epcClass: LOT, quantity: 40, uom: 'KGM' }],
    });
    // A month is no day, and nobody declared an origin.
    expect(made?.ilmd).toEqual({ 'cbvmda:lotNumber': 'L-7', 'cbvmda:bestBeforeDate': '2028-06-01' });
  });

  test('of two processings the first gives what the second takes', () => {
    const second: JourneyStep = { kind: 'processing', on: '2026-05-20', inputs: [{ material: 'Chượp chín', kg: 40 }], outputKg: 20 };
    const [, first, last] = eventsOf({ steps: [harvest, processing, second] });
    expect(first?.outputQuantityList?.[0]?.epcClass).toBe(`${SITE}/san-pham/mam/#ban-thanh-pham-1-cho-lo-L-7`);
    expect(last?.inputQuantityList?.[0]?.epcClass).toBe(first?.outputQuantityList?.[0]?.epcClass);
    expect([first?.ilmd, last?.ilmd?.['cbvmda:lotNumber']]).toEqual([undefined, 'L-7']);
  });

  test('the lot comes into being once: in its last processing, else in its packing, else on its declared day', () => {
    const births = (more: Partial<Lot>) => eventsOf(more).filter(({ ilmd }) => ilmd !== undefined).map(({ type, bizStep }) => `${type} ${bizStep}`);
    expect(births({ steps: [harvest, processing, packing] })).toEqual(['TransformationEvent creating_class_instance']);
    expect(births({ steps: [harvest, packing] })).toEqual(['ObjectEvent packing']);
    expect(births({ steps: [harvest], packedOn: '2026-06-01' })).toEqual(['ObjectEvent creating_class_instance']);
    expect(births({ packedOn: '2026-06' })).toEqual([]);
  });

  test('a test names its report twice: as a paper and as what certifies', () => {
    const url = `${SITE}/media/document/${'a'.repeat(64)}.pdf`;
    const [tested] = eventsOf({ steps: [{ kind: 'testing', on: '2026-06-02', laboratory: 'Phòng thử', result: 'đạt', document: 'kq.pdf' }] });
    expect(tested).toMatchObject({ bizStep: 'inspecting', certificationInfo: [url], bizTransactionList: [{ type: 'testres', bizTransaction: url }] });
  });

  test('goods go to a province or a channel; only the former has an address', () => {
    const [province, channel] = eventsOf({ steps: [{ kind: 'shipping', on: '2026-06-05', to: 'Tỉnh Hà Tĩnh' }, { kind: 'shipping', on: '2026-06-06', to: 'Siêu thị', packs: 9 }] });
    expect(province).toMatchObject({ bizStep: 'shipping', disposition: 'in_transit', destinationList: [{ type: 'location', destination: `${SITE}/tinh/ha-tinh/` }] });
    expect(channel).toMatchObject({ 'ocop:sentTo': 'Siêu thị', quantityList: [{ epcClass: LOT, quantity: 9 }] });
    expect(channel).not.toHaveProperty('destinationList');
  });

  test('a recall comes last', () => {
    const events = eventsOf({ steps: [packing], recall: { on: '2026-07-01', reason: { vi: 'Sai nhãn' }, whatToDo: { vi: 'Trả lại' } } });
    expect(events.at(-1)).toMatchObject({ disposition: 'recalled', 'ocop:recallReason': 'Sai nhãn', quantityList: [{ epcClass: LOT }] });
  });

  test('a GLN is a place of GS1', () => {
    expect(eventsOf({ steps: [{ ...packing, placeCode: '9524000000002' }] })[0]).toMatchObject({ 'ocop:placeCode': '9524000000002' });
    const gln = '9524000000019';
    expect(eventsOf({ steps: [{ ...packing, placeCode: gln }] })[0]?.readPoint).toEqual({ id: `https://id.gs1.org/414/${gln}` });
  });

  test('a place elsewhere lies below its province; an unknown one is only told', () => {
    const [known, unknown] = eventsOf({ steps: [{ ...packing, place: { commune: 'Kỳ Khang', province: 'Hà Tĩnh' } }, { ...packing, place: { commune: 'Xã Mẫu', province: 'Tỉnh Mẫu' } }] });
    expect(known?.readPoint).toEqual({ id: `${SITE}/tinh/ha-tinh/#ky-khang` });
    expect([unknown?.readPoint, unknown?.['ocop:place']]).toEqual([undefined, 'Xã Mẫu, Tỉnh Mẫu']);
  });
});

describe('the star', () => {
  const detailsOn = (day: string, over: Partial<LotSource> = {}) =>
    epcisDocument(source({ steps: [packing] }, over), day).epcisHeader.epcisMasterData.vocabularyList[0]?.vocabularyElementList[0]?.attributes.find(({ id }) => id === 'gs1:certification')?.attribute;

  test('stands as certification details, active until its last day', () => {
    expect(detailsOn('2027-10-15')).toEqual({
      type: 'gs1:CertificationDetails',
      'gs1:certificationStandard': 'OCOP',
      'gs1:certificationValue': '4',
      'gs1:certificationIdentification': '2394/QĐ-UBND',
      'gs1:certificationStartDate': '2024-10-15',
      'gs1:certificationEndDate': '2027-10-15',
      'gs1:certificationStatus': 'ACTIVE',
      'gs1:certificationURI': `${SITE}/chung-nhan/mam--2394/`,
    });
    expect(detailsOn('2027-10-16')).toMatchObject({ 'gs1:certificationStatus': 'INACTIVE' });
  });

  test('an unconfirmed one has no status, and none is none', () => {
    const unconfirmed = smallCatalogue({ products: [mam], certificates: [certificate('mam', { grantedOn: undefined, validUntil: undefined })] });
    expect(detailsOn(AS_OF, { catalogue: unconfirmed })).not.toHaveProperty('gs1:certificationStatus');
    expect(detailsOn(AS_OF, { catalogue: smallCatalogue({ products: [mam], certificates: [] }) })).toBeUndefined();
  });

  test('does not change the ids of events when it ends', () => {
    const ids = (day: string) => epcisDocument(source({ steps: [harvest, packing] }), day).epcisBody.eventList.map(({ eventID }) => eventID);
    expect(ids('2028-01-01')).toEqual(ids(AS_OF));
  });
});

test('a document is the same bytes while nothing changes, whenever it is made', () => {
  const one = source({ steps: [harvest, processing, packing], approved: { by: 'Văn phòng', on: '2026-10-02' } });
  expect(JSON.stringify(epcisDocument(one, AS_OF))).toBe(JSON.stringify(epcisDocument(one, '2026-12-01')));
  expect(epcisDocument(one, AS_OF).creationDate).toBe('2026-10-02T00:00:00.000+07:00');
});

const day = fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const kg = fc.integer({ min: 1, max: 9_999_999 }).map((grams) => grams / 1_000);
const facts = { on: day, place: maybe(fc.record({ commune: maybe(words), province: maybe(fc.oneof(words, fc.constant('Hà Tĩnh'))) })), placeCode: maybe(words), by: maybe(words), note: maybe(fc.record({ vi: words })), document: maybe(fc.constantFrom('kq.pdf', 'khac.pdf')) };
const material = { ...facts, material: words, materialLot: maybe(words), kg: maybe(kg), growingArea: maybe(words), households: maybe(fc.nat(900)) };
const step: fc.Arbitrary<JourneyStep> = fc.oneof(
  fc.record({ kind: fc.constant('harvest' as const), ...material }),
  fc.record({ kind: fc.constant('purchase' as const), ...material }),
  fc.record({ kind: fc.constant('processing' as const), ...facts, inputs: fc.array(fc.record({ material: words, lot: maybe(words), kg }), { minLength: 1, maxLength: 4 }), outputKg: kg }),
  fc.record({ kind: fc.constant('testing' as const), ...facts, laboratory: words, number: maybe(words), result: words }),
  fc.record({ kind: fc.constant('packing' as const), ...facts, packs: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({ kind: fc.constant('shipping' as const), ...facts, to: fc.oneof(words, fc.constant('Hà Tĩnh')), packs: maybe(fc.nat(9_999)) }),
);
const journey = fc.record({
  steps: fc.array(step, { maxLength: 8 }),
  producedOn: maybe(fc.oneof(day, fc.constant('2026-05'))),
  packedOn: maybe(day),
  bestBefore: maybe(day),
  quantity: maybe(fc.nat(99_999)),
  recall: maybe(fc.record({ on: day, reason: fc.record({ vi: words }), whatToDo: fc.record({ vi: words }) })),
});

test('every journey gives a valid document whose ids are those of its events, each lot born at most once', () => {
  fc.assert(
    fc.property(journey, (more) => {
      const one = source(more);
      const document = epcisDocument(one, AS_OF);
      expect(schemaFault(document)).toBeUndefined();
      const events = document.epcisBody.eventList;
      const namespaces = Object.assign({}, ...document['@context'].filter((part) => typeof part === 'object')) as Record<string, string>;
      for (const event of events) expect(event.eventID).toBe(eventId(event as unknown as EventToHash, namespaces));
      expect(events.filter(({ ilmd }) => ilmd !== undefined).length).toBeLessThanOrEqual(1);
      expect(events.length > 0).toBe(hasEvents(one));
    }),
    { numRuns: 300 },
  );
});
