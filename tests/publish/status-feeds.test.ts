import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addDays } from '../../src/domain/calendar-day.ts';
import { certificatesOf } from '../../src/domain/certificate.ts';
import { statusOn } from '../../src/domain/certificate-status.ts';
import { statusValue, writeBitstring, STATUS_VALUES } from '../../src/domain/status-bitstring.ts';
import { withPlaces } from '../../src/domain/status-index.ts';
import { statusJson } from '../../src/publish/feeds/status-json.ts';
import { encodeList, readEncodedList, statusList } from '../../src/publish/feeds/status-list.ts';
import { anyHistory, anyViewingDay } from '../domain/histories.ts';
import { certificate, product, smallCatalogue } from './small-catalogue.ts';

const siteUrl = 'https://ocop.example';
const asOf = '2026-11-22';
const schema = z.fromJSONSchema(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/data/status.schema.json'), 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]);
const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const someCatalogue = fc.array(anyHistory, { minLength: 1, maxLength: 5 }).map((histories) => {
  const products = histories.map((_, place) => product(`p${place}`));
  return smallCatalogue({ products, certificates: histories.flatMap((acts, place) => certificatesOf(acts.map((one) => ({ ...one, productId: `p${place}` })))) });
});

test('status.json names every certificate, with the status of its day and the days that decide it', () => {
  const products = [product('a'), product('b'), product('mau', { sample: true })];
  const certificates = [
    certificate('b', { validUntil: '2026-11-21', replacedOn: '2026-11-01' }),
    certificate('a', { revokedOn: '' }),
    certificate('mau', { sample: true, stars: undefined }),
  ];
  const catalogue = smallCatalogue({ products, certificates });
  const statusIndex = withPlaces(new Map(), ['a--2394', 'b--2394']);
  expect(JSON.parse(statusJson({ catalogue, asOf, statusIndex }))).toEqual({
    snapshot: 0,
    asOf,
    certificates: [
      { id: 'a--2394', product: 'a', stars: 4, status: 'revoked', grantedOn: '2024-10-15', validUntil: '2027-10-15', index: 0 },
      { id: 'b--2394', product: 'b', stars: 4, status: 'expired', grantedOn: '2024-10-15', validUntil: '2026-11-21', replacedOn: '2026-11-01', index: 1 },
      { id: 'mau--2394', product: 'mau', status: 'valid', grantedOn: '2024-10-15', validUntil: '2027-10-15', sample: true },
    ],
  });
});

test('status.json has the form that its schema describes, whatever the history', () => {
  fc.assert(
    fc.property(someCatalogue, anyViewingDay, (catalogue, day) => {
      const statusIndex = withPlaces(new Map(), catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id).map((one) => one.id)));
      const json = JSON.parse(statusJson({ catalogue, asOf: day, statusIndex }));
      expect(schema.safeParse(json).error?.issues ?? []).toEqual([]);
    }),
  );
});

test('the schema refuses what it does not describe', () => {
  const entry = { id: 'a--1', product: 'a', status: 'valid' };
  expect(schema.safeParse({ snapshot: 1, asOf, certificates: [entry] }).success).toBe(true);
  for (const wrong of [{ ...entry, status: 'ok' }, { ...entry, stars: 2 }, { ...entry, validUntil: '15/11/2026' }, { ...entry, more: 1 }, { id: 'a--1' }]) {
    expect(schema.safeParse({ snapshot: 1, asOf, certificates: [wrong] }).success, JSON.stringify(wrong)).toBe(false);
  }
});

test('every certificate reads from the list what it is on the day', () => {
  fc.assert(
    fc.property(someCatalogue, anyViewingDay, (catalogue, day) => {
      const certificates = catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id));
      const statusIndex = withPlaces(new Map(), certificates.map(({ id }) => id));
      const { encodedList } = statusList({ catalogue, asOf: day, statusIndex, siteUrl }).credentialSubject;
      for (const one of certificates) {
        expect(readEncodedList(encodedList, statusIndex.get(one.id) as number)).toBe(statusValue(statusOn(one, day).status));
      }
    }),
    { numRuns: 60 },
  );
});

test('the list is a status list credential of two bits an entry, without proof', () => {
  const list = asSent(statusList({ catalogue: smallCatalogue(), asOf, statusIndex: new Map(), siteUrl }));
  expect(list).toMatchObject({
    id: 'https://ocop.example/data/status-list.json',
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: 'https://ocop.example',
    validFrom: '2026-11-22T00:00:00+07:00',
    credentialSubject: {
      id: 'https://ocop.example/data/status-list.json#list',
      type: 'BitstringStatusList',
      asOf,
      statusPurpose: 'message',
      statusSize: 2,
      statusMessages: [{ status: '0x0', value: 'held' }, { status: '0x1', value: 'expired' }, { status: '0x2', value: 'revoked' }, { status: '0x3', value: 'unconfirmed' }],
    },
  });
  expect(list).not.toHaveProperty('proof');
});

test('the example in the standard, a list in which nothing is set, reads like ours', () => {
  const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
  expect(readEncodedList(example, 65_535)).toBe('held');
  expect(readEncodedList(encodeList(new Uint8Array(16_384)), 65_535)).toBe('held');
});

test('a certificate that left the register keeps its place and is no longer held', () => {
  const statusIndex = withPlaces(new Map([['gone--1', 0]]), ['nuoc-mam-phu-sang--2394']);
  const { encodedList } = statusList({ catalogue: smallCatalogue(), asOf, statusIndex, siteUrl }).credentialSubject;
  expect([0, 1].map((index) => readEncodedList(encodedList, index))).toEqual(['unconfirmed', 'held']);
});

test('20,000 certificates in any state stay below 10 kB', () => {
  const entries = Array.from({ length: 20_000 }, (_, index) => [index, STATUS_VALUES[randomInt(4)] as 'held'] as const);
  const envelope = JSON.stringify(statusList({ catalogue: smallCatalogue(), asOf: addDays(asOf, 1), statusIndex: new Map(), siteUrl })).length;
  expect(envelope + encodeList(writeBitstring(entries)).length).toBeLessThan(10_000);
});

test('a list that is not what it says is refused', () => {
  expect(() => readEncodedList('zABC', 0)).toThrow('not multibase base64url');
  expect(() => readEncodedList('uABC', 0)).toThrow();
  expect(() => readEncodedList(encodeList(new Uint8Array(17 * 1024 * 1024)), 0)).toThrow();
});
