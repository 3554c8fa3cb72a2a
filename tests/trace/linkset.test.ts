import { describe, expect, test } from 'vitest';
import { packPath } from '../../src/domain/pack-address.ts';
import { packAddresses } from '../../src/domain/pack-addresses.ts';
import { certificateProofPath, epcisPath } from '../../src/paths.ts';
import { VOCABULARY, type LinkContext, type Linkset } from '../../src/trace/linkset/linkset.ts';
import { packLinkset } from '../../src/trace/linkset/pack-linkset.ts';
import { lot, product, smallCatalogue } from '../publish/small-catalogue.ts';
import { AS_OF, register, SITE, sampleLots } from './sample-lots.ts';

const PACK = { sku: 'mam-goi', label: 'Chai 500 ml', gtin: '9524000000101', traceCode: '0S4GG9R83C', coveredByDecision: 'yes' as const };
const mam = product('mam', { name: 'Nước mắm', nameEn: 'Fish sauce', packs: [PACK] });
const recalled = lot('mam', 'L-7', { packedOn: '2026-06-01', recall: { on: '2026-07-01', reason: { vi: 'Sai nhãn' }, whatToDo: { vi: 'Trả lại' } } });
const source = { catalogue: smallCatalogue({ products: [mam] }), asOf: AS_OF, siteUrl: SITE, product: mam, pack: PACK, isSigned: true };
const [byGtin, byCode] = packAddresses(PACK);

function typesOf(level: LinkContext | undefined): string[] {
  return Object.keys(level ?? {}).filter((key) => key.startsWith(VOCABULARY)).map((key) => key.slice(VOCABULARY.length));
}

/** What RFC 9264 and GS1 ask of a linkset's form. */
function expectForm({ linkset }: Linkset): void {
  for (const level of linkset) {
    const { anchor, itemDescription, ...relations } = level;
    expect([new URL(anchor).href, itemDescription.length > 0]).toEqual([anchor, true]);
    const defaults = relations[`${VOCABULARY}defaultLink`];
    expect(defaults).toHaveLength(1);
    expect(Object.keys(defaults?.[0] ?? {})).toEqual(['href', 'title']);
    const described = Object.entries(relations).filter(([type]) => type !== `${VOCABULARY}defaultLink`).flatMap(([, targets]) => targets);
    expect(described.map(({ href }) => href)).toContain(defaults?.[0]?.href);
    for (const [type, targets] of Object.entries(relations)) {
      expect([type.startsWith(VOCABULARY), targets.length > 0]).toEqual([true, true]);
      for (const { href, title, hreflang } of targets) {
        expect([new URL(href).href, title.length > 0]).toEqual([href, true]);
        if (hreflang !== undefined) expect(hreflang.every((language) => /^[a-z]{2}(?:-[A-Z]{2})?$/.test(language))).toBe(true);
      }
    }
  }
  expect(new Set(linkset.map(({ anchor }) => anchor)).size).toBe(linkset.length);
}

test('a pack: its page by default and as what it is, product, certificate, signature', () => {
  const { linkset } = packLinkset(source, byGtin as never);
  expectForm({ linkset });
  expect(typesOf(linkset[0])).toEqual(['defaultLink', 'pip', 'traceability', 'certificationInfo', 'jws']);
  expect(linkset[0]).toMatchObject({
    anchor: `${SITE}/01/09524000000101`,
    itemDescription: 'Nước mắm, Chai 500 ml',
    [`${VOCABULARY}pip`]: [
      { href: `${SITE}/san-pham/mam/`, title: 'Nước mắm', type: 'text/html', hreflang: ['vi'] },
      { href: `${SITE}/en/products/mam/`, title: 'Fish sauce', type: 'text/html', hreflang: ['en'] },
    ],
    [`${VOCABULARY}jws`]: [{ href: SITE + certificateProofPath('mam--2394'), type: 'application/vc+jwt' }],
  });
});

test('only what exists: no signature without a key, no certificate without a star, a passport where something is declared', () => {
  expect(typesOf(packLinkset({ ...source, isSigned: false }, byGtin as never).linkset[0])).not.toContain('jws');
  const bare = { ...source, catalogue: smallCatalogue({ products: [mam], certificates: [] }) };
  expect(typesOf(packLinkset(bare, byGtin as never).linkset[0])).toEqual(['defaultLink', 'pip', 'traceability']);
  const declared = { ...source, product: { ...mam, declaration: { papers: [], declared: { by: 'HTX', on: '2026-01-01' } } } };
  expect(typesOf(packLinkset(declared, byGtin as never).linkset[0])).toContain('dpp');
});

test('a lot: its own links before those of its pack, journey and recall among them', () => {
  const [address] = packAddresses(PACK, 'L-7');
  const { linkset } = packLinkset(source, address as never, recalled);
  expectForm({ linkset });
  expect(linkset.map(({ anchor }) => anchor)).toEqual([`${SITE}/01/09524000000101/10/L-7`, `${SITE}/01/09524000000101`]);
  expect(linkset[0]?.itemDescription).toBe('Nước mắm, Chai 500 ml, lô L-7');
  expect(typesOf(linkset[0])).toEqual(['defaultLink', 'traceability', 'epcis', 'recallStatus']);
});

test('by our own code the anchors are that code’s, and the journey is the one there is', () => {
  const [, address] = packAddresses(PACK, 'L-7');
  const { linkset } = packLinkset(source, address as never, recalled);
  expect(linkset.map(({ anchor }) => anchor)).toEqual([`${SITE}/t/0S4GG9R83C/10/L-7`, `${SITE}/t/0S4GG9R83C`]);
  expect(linkset[0]).toMatchObject({ [`${VOCABULARY}epcis`]: [{ href: SITE + epcisPath('/01/09524000000101/10/L-7'), type: 'application/ld+json' }] });
  expect(packLinkset(source, byCode as never).linkset).toHaveLength(1);
});

test('a lot of which no day is known has no journey to lead to', () => {
  const [address] = packAddresses(PACK, 'L-8');
  expect(typesOf(packLinkset(source, address as never, lot('mam', 'L-8')).linkset[0])).toEqual(['defaultLink', 'traceability']);
});

describe('linksets of the practice goods have GS1’s form', () => {
  test.each(sampleLots.map((one): [string, (typeof sampleLots)[number]] => [`${one.lot.productId}/${one.lot.code}`, one]))('%s', (_name, { product: goods, pack, lot: batch }) => {
    for (const address of packAddresses(pack, batch.code)) {
      const linkset = packLinkset({ catalogue: register, asOf: AS_OF, siteUrl: SITE, product: goods, pack, isSigned: true }, address, batch);
      expectForm(linkset);
      expect(linkset.linkset[0]?.anchor).toBe(SITE + packPath(address));
    }
  });
});
