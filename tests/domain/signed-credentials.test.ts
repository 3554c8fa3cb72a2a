import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSignedCertificate } from '../../src/domain/certificate-credential.ts';
import { readSignedStatusList } from '../../src/domain/status-list-credential.ts';

const certificate = { id: 'https://ocop.example/data/proof/a.jwt', issuer: 'https://ocop.example', credentialSubject: { name: 'Nước mắm' } };
const list = {
  id: 'https://ocop.example/data/status-list.jwt',
  issuer: 'https://ocop.example',
  validUntil: '2026-12-05T23:59:59+07:00',
  credentialSubject: { type: 'BitstringStatusList', asOf: '2026-11-22', encodedList: 'uAAAA' },
};
const without = (record: object, name: string): Record<string, unknown> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

test('a certificate about which little is known is read', () => {
  expect(readSignedCertificate(certificate)).toEqual({ id: certificate.id, issuer: certificate.issuer, productName: 'Nước mắm', sample: false });
});

test('values in another form count as unknown', () => {
  const odd = { stars: { value: '4', basis: 'sure' }, decisionNumber: { value: 2394 }, grantedOn: { value: '15/10/2024' }, validUntil: 'soon', sample: 'yes' };
  const payload = { ...certificate, credentialStatus: { statusListIndex: '-1' }, credentialSubject: { ...certificate.credentialSubject, ...odd } };
  expect(readSignedCertificate(payload)).toEqual(readSignedCertificate(certificate));
});

test('a status list is read, its last day in Việt Nam', () => {
  expect(readSignedStatusList(list)).toEqual({ id: list.id, issuer: list.issuer, asOf: '2026-11-22', until: '2026-12-05', encodedList: 'uAAAA' });
});

test('what lacks something that counts is neither', () => {
  for (const name of ['id', 'issuer', 'credentialSubject']) {
    expect(readSignedCertificate(without(certificate, name)), name).toBeUndefined();
    expect(readSignedStatusList(without(list, name)), name).toBeUndefined();
  }
  expect(readSignedStatusList(without(list, 'validUntil'))).toBeUndefined();
  for (const wrong of ['', 'soon', '+275760-09-13T00:00:00Z', 1]) expect(readSignedStatusList({ ...list, validUntil: wrong }), String(wrong)).toBeUndefined();
  for (const name of ['type', 'asOf', 'encodedList']) expect(readSignedStatusList({ ...list, credentialSubject: without(list.credentialSubject, name) }), name).toBeUndefined();
  expect(readSignedStatusList(certificate)).toBeUndefined();
});

test('no payload makes a reader throw', () => {
  const members = fc.record({ id: fc.anything(), issuer: fc.anything(), validUntil: fc.anything(), credentialStatus: fc.anything(), credentialSubject: fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom('name', 'stars', 'type', 'asOf', 'encodedList'), fc.anything())) }, { requiredKeys: [] });
  fc.assert(
    fc.property(members, (payload) => {
      readSignedCertificate(payload);
      readSignedStatusList(payload);
    }),
  );
});
