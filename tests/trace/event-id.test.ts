import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventId, preHash, type EventToHash } from '../../src/trace/epcis/event-id.ts';

interface Vector {
  from: string;
  namespaces: Record<string, string>;
  event: EventToHash;
  eventID: string;
}

const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/epcis/event-ids.json'), 'utf8')) as { vectors: Vector[] };
const event: EventToHash = { type: 'ObjectEvent', eventTime: '2026-11-22T00:00:00.000+07:00', eventTimeZoneOffset: '+07:00', action: 'OBSERVE', bizStep: 'packing' };
const namespaces = { ocop: 'https://ocop.example/#' };

test.each(vectors)('gives the published id: $from', ({ event: published, namespaces: prefixes, eventID }) => {
  expect(eventId(published, prefixes)).toBe(eventID);
});

test('the vectors are there', () => {
  expect(vectors.length).toBe(20);
});

describe('the canonical form', () => {
  test('keys are in the canonical order, whatever order the file has', () => {
    const reversed = Object.fromEntries(Object.entries(event).reverse()) as EventToHash;
    expect(eventId(reversed, {})).toBe(eventId(event, {}));
    expect(preHash(event, {})).toBe('eventType=ObjectEventeventTime=2026-11-21T17:00:00.000ZeventTimeZoneOffset=+07:00action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-packing');
  });

  test('what is said about the record of the event does not count', () => {
    expect(eventId({ ...event, eventID: 'ni:///x', recordTime: '2026-11-23T00:00:00Z' }, {})).toBe(eventId(event, {}));
  });

  test('lists count as sets', () => {
    const [a, b] = [{ epcClass: 'https://a.example/x', quantity: 1 }, { epcClass: 'https://a.example/y', quantity: 2, uom: 'KGM' }];
    expect(eventId({ ...event, quantityList: [a, b] }, {})).toBe(eventId({ ...event, quantityList: [b, a] }, {}));
  });

  test('a Digital Link is GS1’s own, with its finest level only and without query', () => {
    const form = (epc: string): string => preHash({ ...event, epcList: [epc] }, {});
    expect(form('https://ocop.example/01/09524000000101/22/A/10/L-7/21/S%2F1?17=261130')).toContain('epcListepc=https://id.gs1.org/01/09524000000101/21/S%2F1action');
    expect(form('https://ocop.example/01/09524000000101/10/L-7')).toContain('epc=https://id.gs1.org/01/09524000000101/10/L-7action');
    expect(form('https://ocop.example/t/7K2M9QX4TB/10/L-7')).toContain('epc=https://ocop.example/t/7K2M9QX4TB/10/L-7action');
  });

  test.each([
    ['a quantity', { quantityList: [{ epcClass: 'https://a.example/x', quantity: 2 }] }, { quantityList: [{ epcClass: 'https://a.example/x', quantity: 3 }] }],
    ['a word of our own', { 'ocop:note': 'một' }, { 'ocop:note': 'hai' }],
    ['a day', {}, { eventTime: '2026-11-23T00:00:00.000+07:00' }],
    ['instance data', { ilmd: { 'ocop:lot': 'A' } }, { ilmd: { 'ocop:lot': 'B' } }],
    ['a field more', {}, { disposition: 'recalled' }],
  ])('%s that changes gives another id', (_what, before, after) => {
    expect(eventId({ ...event, ...before }, namespaces)).not.toBe(eventId({ ...event, ...after }, namespaces));
  });

  test('a text that looks like a number stays a text', () => {
    expect(preHash({ ...event, ilmd: { 'ocop:lot': '0070' } }, namespaces)).toContain('ilmd{https://ocop.example/#}lot=0070');
    expect(preHash({ ...event, 'ocop:n': 2.5 }, namespaces)).toContain('}n=2.5');
  });

  test('what is not part of it is refused, not left out', () => {
    expect(() => eventId({ ...event, sensorElementList: [] }, {})).toThrow('sensorElementList');
    expect(() => eventId({ ...event, 'foo:bar': 1 }, {})).toThrow('"foo:bar" has no prefix that the document names');
    expect(() => eventId({ ...event, epcList: ['urn:epc:id:sgtin:4012345.011111.9876'] }, {})).toThrow('EPC URN');
  });
});
