import { join } from 'node:path';
import { compactVerify, importJWK } from 'jose';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { loadPlaces } from '../../../src/catalogue/places/load-places.ts';
import { readRegister } from '../../../src/catalogue/read-register.ts';
import { buildCatalogue } from '../../../src/catalogue/snapshot.ts';
import { readSignedCertificate } from '../../../src/domain/certificate-credential.ts';
import { readCompactJws } from '../../../src/domain/compact-jws.ts';
import { jwkOf, type PublishedKey } from '../../../src/domain/published-key.ts';
import { withPlaces } from '../../../src/domain/status-index.ts';
import { proofsOf } from '../../../src/trace/signing/proofs.ts';
import { certificate, product, smallCatalogue } from '../../publish/small-catalogue.ts';
import { newRing, signingWith } from './test-keys.ts';

const CONTENT = join(import.meta.dirname, '../../../content');
const siteUrl = 'https://ocop.example';
const signing = signingWith(newRing());
const payloadOf = (jws: string): Record<string, unknown> => JSON.parse(Buffer.from(jws.split('.')[1] as string, 'base64url').toString('utf8')) as Record<string, unknown>;
const subjectOf = (jws: string): Record<string, unknown> => payloadOf(jws)['credentialSubject'] as Record<string, unknown>;
const proofOf = (catalogue: Catalogue, id: string): string => {
  const ids = catalogue.products.flatMap((one) => catalogue.certificatesOf(one.id).map((found) => found.id));
  return proofsOf({ catalogue, siteUrl, signing, statusIndex: withPlaces(new Map(), ids) }).certificate(id) as string;
};

describe('every certificate of the whole register', () => {
  let catalogue: Catalogue;
  let all: { id: string; jws: string }[];
  beforeAll(() => {
    catalogue = buildCatalogue(readRegister(CONTENT, { samples: true }).register, loadPlaces(join(CONTENT, 'places')).places);
    const ids = catalogue.products.flatMap((one) => catalogue.certificatesOf(one.id).map(({ id }) => id));
    const proofs = proofsOf({ catalogue, siteUrl, signing, statusIndex: withPlaces(new Map(), ids) });
    all = ids.map((id) => ({ id, jws: proofs.certificate(id) as string }));
  });

  test('verifies with another library, under the published key', async () => {
    const key = await importJWK(jwkOf(signing.keys[0] as PublishedKey));
    expect(all.length).toBeGreaterThan(300);
    for (const { id, jws } of all) {
      const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
      expect(protectedHeader, id).toEqual({ alg: 'EdDSA', kid: signing.keyId, typ: 'vc+jwt', cty: 'vc' });
      expect(payload.length, id).toBeGreaterThan(500);
    }
  });

  test('is read back by the browser code as what the register says', () => {
    for (const { id, jws } of all) {
      const found = catalogue.certificate(id);
      const signed = readSignedCertificate(readCompactJws(jws)?.payload ?? {});
      expect(signed, id).toMatchObject({ id: `${siteUrl}/data/proof/${id}.jwt`, issuer: siteUrl, productName: catalogue.product(found?.productId ?? '')?.name });
      expect([signed?.stars, signed?.decisionNumber, signed?.grantedOn, signed?.validUntil], id).toEqual([found?.stars, found?.number, found?.grantedOn, found?.validUntil]);
    }
  });

  test('names no price, no telephone and no day of signing', () => {
    for (const { id, jws } of all) {
      expect(JSON.stringify(payloadOf(jws)), id).not.toMatch(/"(?:priceDong|price|phone|zalo|address|gtin|iat|nbf|created|proof)":/i);
    }
  });
});

test('the same certificate gives the same bytes, in another catalogue of another snapshot, too', () => {
  const [a, b] = [smallCatalogue(), { ...smallCatalogue(), snapshot: 9 }];
  expect(proofOf(a, 'nuoc-mam-phu-sang--2394')).toBe(proofOf(b, 'nuoc-mam-phu-sang--2394'));
});

test('the payload has the form of a verifiable credential with a place in the status list', () => {
  expect(payloadOf(proofOf(smallCatalogue(), 'nuoc-mam-phu-sang--2394'))).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'https://ocop.example/huong-dan/#' }],
    id: 'https://ocop.example/data/proof/nuoc-mam-phu-sang--2394.jwt',
    type: ['VerifiableCredential', 'OcopCertificateRecord'],
    issuer: siteUrl,
    validFrom: '2024-10-15T00:00:00+07:00',
    validUntil: '2027-10-15T23:59:59+07:00',
    credentialStatus: {
      id: 'https://ocop.example/data/status-list.jwt#0',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'message',
      statusListIndex: '0',
      statusListCredential: 'https://ocop.example/data/status-list.jwt',
      statusSize: 2,
      statusMessage: [
        { status: '0x0', message: 'held' },
        { status: '0x1', message: 'expired' },
        { status: '0x2', message: 'revoked' },
        { status: '0x3', message: 'unconfirmed' },
      ],
    },
    credentialSubject: { id: 'https://ocop.example/san-pham/nuoc-mam-phu-sang/', name: 'Sản phẩm nuoc-mam-phu-sang' },
  });
});

test('every fact says how firmly it stands and where it was read', () => {
  const read = certificate('a', {
    basis: 'read',
    issuer: { level: 'province', name: 'UBND tỉnh Hà Tĩnh' },
    sources: [{ title: 'Quyết định' }, { title: 'Báo Hà Tĩnh', url: 'https://baohatinh.example/1' }],
  });
  expect(subjectOf(proofOf(smallCatalogue({ products: [product('a')], certificates: [read] }), 'a--2394'))).toEqual({
    id: 'https://ocop.example/san-pham/a/',
    name: 'Sản phẩm a',
    nameBasis: { basis: 'read', sources: [1] },
    certificate: 'https://ocop.example/chung-nhan/a--2394/',
    act: { value: 'recognition', basis: 'read', sources: [0, 1] },
    scheme: 'OCOP',
    stars: { value: 4, basis: 'read', sources: [0, 1] },
    score: { basis: 'unknown' },
    decisionNumber: { value: '2394/QĐ-UBND', basis: 'read', sources: [0, 1] },
    issuingAuthority: { value: { level: 'province', name: 'UBND tỉnh Hà Tĩnh' }, basis: 'read', sources: [0, 1] },
    grantedOn: { value: '2024-10-15', basis: 'read', sources: [0, 1] },
    validUntil: { value: '2027-10-15', basis: 'inferred', rule: '36-months', sources: [0, 1] },
    holder: { value: { id: 'https://ocop.example/chu-the/phu-sang/', name: 'HTX Phú Sáng' }, basis: 'read', sources: [1] },
    placeAsSigned: { value: { commune: 'Cẩm Nhượng', province: 'Hà Tĩnh' }, basis: 'read', sources: [1] },
    commune: { value: { code: '18673', name: 'Thiên Cầm', province: 'Hà Tĩnh' }, basis: 'inferred', rule: 'successor-commune', sources: [1] },
    sources: [{ title: 'Quyết định' }, { title: 'Báo Hà Tĩnh', url: 'https://baohatinh.example/1' }],
  });
});

test('a stated end is read; an inferred line says by which comparison', () => {
  const stated = certificate('a', { basis: 'inferred', basisNote: 'press-comparison', validUntilFrom: 'stated' });
  const subject = subjectOf(proofOf(smallCatalogue({ products: [product('a', { placeEra: 'current' })], certificates: [stated] }), 'a--2394'));
  expect(subject).toMatchObject({ stars: { basis: 'inferred', rule: 'press-comparison' }, validUntil: { basis: 'inferred', rule: 'press-comparison' }, commune: { basis: 'read' } });
});

test('what nobody knows has no value, and what a source only attests is no date of signing', () => {
  const thin = certificate('a', { stars: undefined, number: undefined, grantedOn: undefined, validUntil: undefined, validUntilFrom: undefined, attestedOn: '2024', heldAtMostUntil: '2027-12-31', basis: 'read' });
  const catalogue = smallCatalogue({ products: [product('a', { producerId: undefined as never, place: {} })], certificates: [thin] });
  const payload = payloadOf(proofOf({ ...catalogue, placeOf: () => ({ kind: 'nothing' }) }, 'a--2394'));
  expect(payload).not.toHaveProperty('validFrom');
  expect(payload).not.toHaveProperty('validUntil');
  const unknown = { basis: 'unknown' };
  expect(payload['credentialSubject']).toMatchObject({
    stars: unknown, decisionNumber: unknown, grantedOn: unknown, validUntil: unknown, holder: unknown, placeAsSigned: unknown, commune: unknown,
    attestedOn: { value: '2024', basis: 'read' },
    heldAtMostUntil: { value: '2027-12-31', basis: 'inferred', rule: '36-months' },
  });
});

test('what became of a star later changes no byte of its proof: the status list says it', () => {
  const catalogueWith = (more: object): Catalogue => smallCatalogue({ products: [product('a')], certificates: [certificate('a', more)] });
  const before = proofOf(catalogueWith({}), 'a--2394');
  for (const later of [{ revokedOn: '2026-11-01', revokedBy: 'x' }, { replacedOn: '2026-11-01', successor: 'y' }, { reEvaluationFiledOn: '2026-11' }]) expect(proofOf(catalogueWith(later), 'a--2394')).toBe(before);
});

test('practice data says so, alcohol is signed like all else, and an unknown id has no proof', () => {
  const catalogue = smallCatalogue({ products: [product('mau', { sample: true }), product('ruou', { alcohol: true })] });
  expect(subjectOf(proofOf(catalogue, 'mau--2394'))).toMatchObject({ sample: true });
  expect(subjectOf(proofOf(catalogue, 'ruou--2394'))).not.toHaveProperty('sample');
  expect(proofOf(catalogue, 'khong-co')).toBeUndefined();
});

test('any change of the text breaks the signature for another library as well', async () => {
  const key = await importJWK(jwkOf(signing.keys[0] as PublishedKey));
  const good = proofOf(smallCatalogue(), 'nuoc-mam-phu-sang--2394');
  // The last character has spare bits that jose does not look at; this site's own reader does.
  const altered = fc.tuple(fc.nat(good.length - 2), fc.constantFrom(...'ABab01-_.')).map(([at, char]) => good.slice(0, at) + char + good.slice(at + 1)).filter((text) => text !== good);
  await fc.assert(
    fc.asyncProperty(altered, async (text) => {
      await expect(compactVerify(text, key)).rejects.toThrow();
    }),
    { numRuns: 300 },
  );
});
