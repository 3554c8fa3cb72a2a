import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastDayOfList } from '../../src/domain/status-list-credential.ts';
import { withPlaces, type StatusIndex } from '../../src/domain/status-index.ts';
import { statusList } from '../../src/publish/feeds/status-list.ts';
import { statusListProof } from '../../src/publish/feeds/status-list-proof.ts';
import type { Manifest, ManifestEntry } from '../../src/publish/manifest.ts';
import { pagesOf } from '../../src/publish/site-pages.ts';
import { openPublisher, type Publisher } from '../../src/publish/publisher.ts';
import { proofsOf } from '../../src/trace/signing/proofs.ts';
import { currentKey, withNewKey, withRetired, type KeyRing } from '../../src/trace/signing/key-ring.ts';
import { newRing, signingWith } from '../trace/signing/test-keys.ts';
import { catalogueOf, CHANGES, firstState } from './changing-register.ts';
import { fakeRenderer } from './fake-renderer.ts';
import { certificate, product, smallCatalogue, type SmallCatalogueOptions } from './small-catalogue.ts';
import { openWorkbench, SITE_URL, type Workbench } from './workbench.ts';

const asOf = '2026-11-22';
const IDS = ['a--2394', 'b--2394', 'mau--2394', 'ruou--2394'];
const PRODUCTS = [product('a'), product('b'), product('mau', { sample: true }), product('ruou', { alcohol: true })];

let bench: Workbench;
let publisher: Publisher;
let ring: KeyRing;
beforeEach(async () => {
  bench = await openWorkbench();
  publisher = openPublisher(bench.store);
  ring = newRing();
});
afterEach(() => bench.remove());

async function publish(more: SmallCatalogueOptions & { ring?: KeyRing | undefined; asOf?: string; ids?: readonly string[]; onSwitch?: (manifest: Manifest) => void } = {}) {
  const signing = 'ring' in more ? more.ring && signingWith(more.ring) : signingWith(ring);
  const statusIndex = withPlaces(new Map(), more.ids ?? IDS);
  return publisher.publish({ catalogue: smallCatalogue({ products: PRODUCTS, ...more }), asOf: more.asOf ?? asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer(), statusIndex, signing, ...(more.onSwitch && { onSwitch: more.onSwitch }) });
}
const read = async (manifest: Manifest, path: string): Promise<string> => (await bench.store.files.read((manifest.entries.get(path) as ManifestEntry).file)).toString('utf8');
const paths = (manifest: Manifest): string[] => [...manifest.entries.keys()].filter((path) => /\.jwt$|jwks/.test(path)).sort();
/** Addresses of files for machines whose bytes differ. */
const changed = (before: Manifest, after: Manifest): string[] => paths(after).filter((path) => before.entries.get(path)?.file !== after.entries.get(path)?.file);

test('every certificate is published signed, alcohol and practice data included, with list and keys', async () => {
  const { manifest } = await publish();
  expect(paths(manifest)).toEqual(['/.well-known/jwks.json', '/data/proof/a--2394.jwt', '/data/proof/b--2394.jwt', '/data/proof/mau--2394.jwt', '/data/proof/ruou--2394.jwt', '/data/status-list.jwt']);
  const proof = manifest.entries.get('/data/proof/a--2394.jwt');
  expect(proof).toMatchObject({ type: 'application/vc+jwt', headers: { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, must-revalidate' } });
  expect(manifest.entries.get('/.well-known/jwks.json')).toMatchObject({ type: 'application/jwk-set+json', headers: { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300, must-revalidate' } });
  expect(JSON.parse(await read(manifest, '/.well-known/jwks.json'))).toMatchObject({ keys: [{ kid: currentKey(ring)?.keyId, kty: 'OKP' }] });
});

test('without a key nothing is signed and everything else is published', async () => {
  const { manifest } = await publish({ ring: undefined });
  expect(paths(manifest)).toEqual([]);
  expect(manifest.entries.has('/data/status-list.json')).toBe(true);
  expect(manifest.keys).toBeUndefined();
});

test('no published file holds the private key, in any writing', async () => {
  ring = withNewKey(ring, asOf);
  const before = newRing();
  const secret = currentKey(ring)?.d as string;
  const bytes = Buffer.from(secret, 'base64url');
  const writings = [secret, bytes.toString('base64'), bytes.toString('hex'), bytes.toString('hex').toUpperCase(), '"d":', 'PRIVATE KEY'];
  const { manifest } = await publish();
  expect(manifest.entries.size).toBeGreaterThan(20);
  for (const path of manifest.entries.keys()) {
    const body = await bench.store.files.read((manifest.entries.get(path) as ManifestEntry).file);
    expect(body.includes(bytes), path).toBe(false);
    for (const writing of writings) expect(body.includes(writing), `${writing} in ${path}`).toBe(false);
    for (const part of body.toString('utf8').split('.')) {
      for (const writing of writings) expect(Buffer.from(part, 'base64url').includes(writing), path).toBe(false);
    }
  }
  expect(JSON.stringify(before)).toContain(before[0]?.d);
});

describe('what is made again', () => {
  test('one changed product: its own proof, and the list', async () => {
    const { manifest: first } = await publish();
    const { manifest: second } = await publish({ products: PRODUCTS.with(0, product('a', { name: 'Tên mới' })) });
    expect(changed(first, second)).toEqual(['/data/proof/a--2394.jwt', '/data/status-list.jwt']);
  });

  test('a revoked star: the list alone, which goes live first', async () => {
    const { manifest: first } = await publish();
    const switches: Manifest[] = [];
    const certificates = PRODUCTS.map(({ id }) => certificate(id, id === 'b' ? { revokedOn: '2026-11-20' } : {}));
    const { manifest: second } = await publish({ certificates, onSwitch: (manifest) => void switches.push(manifest) });
    expect(changed(first, second)).toEqual(['/data/status-list.jwt']);
    expect(switches.map(({ ahead }) => ahead)).toEqual([true, undefined]);
    expect(switches[0]?.entries.get('/data/status-list.jwt')).toEqual(second.entries.get('/data/status-list.jwt'));
  });

  test('a new day: the list alone', async () => {
    const { manifest: first } = await publish();
    const { manifest: second } = await publish({ asOf: '2026-11-23' });
    expect(changed(first, second)).toEqual(['/data/status-list.jwt']);
  });

  test('a new certificate: its own proof; no other moves', async () => {
    const { manifest: first } = await publish();
    const products = [...PRODUCTS, product('c')];
    const { manifest: second } = await publish({ products, ids: [...IDS, 'c--2394'].sort() });
    expect(changed(first, second)).toContain('/data/proof/c--2394.jwt');
    expect(changed(first, second)).not.toContain('/data/proof/a--2394.jwt');
  });

  test('another place in the list: the proof that names it', async () => {
    const { manifest: first } = await publish({ ids: ['a--2394', 'b--2394', 'mau--2394', 'ruou--2394'] });
    const { manifest: second } = await publish({ products: PRODUCTS.with(1, product('b', { name: 'Tên mới' })), ids: ['a--2394', 'b--2394', 'm--1', 'mau--2394', 'ruou--2394'] });
    expect(changed(first, second)).toEqual(['/data/proof/b--2394.jwt', '/data/proof/mau--2394.jwt', '/data/proof/ruou--2394.jwt', '/data/status-list.jwt']);
  });

  test('a rotated key: everything signed, and the keys before the pages', async () => {
    const { manifest: first } = await publish();
    const again = await publish();
    expect(again.changed).toBe(false);
    ring = withNewKey(ring, asOf);
    const switches: Manifest[] = [];
    const { manifest: second, changed: isChanged } = await publish({ onSwitch: (manifest) => void switches.push(manifest) });
    for (const path of ['/.well-known/jwks.json', '/data/status-list.jwt']) expect(switches[0]?.entries.get(path), path).toEqual(second.entries.get(path));
    expect(switches[0]?.entries.get('/data/proof/a--2394.jwt')).toEqual(first.entries.get('/data/proof/a--2394.jwt'));
    expect(isChanged).toBe(true);
    expect(changed(first, second)).toEqual(paths(second));
    expect((JSON.parse(await read(second, '/.well-known/jwks.json')) as { keys: object[] }).keys).toHaveLength(2);
  });

  test('a retired key: the keys alone', async () => {
    const old = ring[0]?.keyId as string;
    ring = withNewKey(ring, asOf);
    const { manifest: first } = await publish();
    ring = withRetired(ring, old, asOf, false);
    const { manifest: second } = await publish();
    expect(changed(first, second)).toEqual(['/.well-known/jwks.json']);
  });

  test('the first key: the signed files come; without it they go', async () => {
    await publish({ ring: undefined });
    const { manifest: signed } = await publish();
    expect(paths(signed)).toHaveLength(6);
    const { manifest: bare, removed } = await publish({ ring: undefined });
    expect(paths(bare)).toEqual([]);
    expect(removed).toBe(6);
  });

  test('another process, which remembers nothing, publishes the same bytes', async () => {
    const { manifest: first } = await publish();
    publisher = openPublisher(bench.store);
    const { manifest: second } = await publish({ asOf: '2026-11-23' });
    expect(changed(first, second)).toEqual(['/data/status-list.jwt']);
  });
});

test('after every change of a register the proofs in force are those that the whole register gives', async () => {
  let state = firstState();
  let statusIndex: StatusIndex = new Map();
  const signing = signingWith(ring);
  for (const [name, change] of [['the first publish', (same: typeof state) => same] as const, ...CHANGES]) {
    state = change(state);
    const catalogue = catalogueOf(state);
    const ids = catalogue.products.flatMap(({ id }) => catalogue.certificatesOf(id).map((one) => one.id));
    statusIndex = withPlaces(statusIndex, ids);
    const { manifest } = await publisher.publish({ catalogue, asOf: state.asOf, siteUrl: SITE_URL, clientDir: bench.clientDir, renderer: fakeRenderer(), statusIndex, signing });
    const afresh = proofsOf({ catalogue, siteUrl: SITE_URL, statusIndex, signing });
    const inForce = paths(manifest).filter((path) => path.startsWith('/data/proof/'));
    expect(inForce, name).toEqual(ids.map((id) => `/data/proof/${id}.jwt`).sort());
    for (const id of ids) expect(await read(manifest, `/data/proof/${id}.jwt`), `${id} after: ${name}`).toBe(afresh.certificate(id));
  }
}, 60_000);

test('the signed list is the plain one with an end, under its own address', () => {
  const catalogue = smallCatalogue();
  const context = { catalogue, asOf, statusIndex: new Map([['nuoc-mam-phu-sang--2394', 0]]), siteUrl: 'https://ocop.example', signing: signingWith(ring) };
  const payload = JSON.parse(Buffer.from(statusListProof(context).split('.')[1] as string, 'base64url').toString('utf8')) as Record<string, unknown>;
  const plain = statusList(context);
  const id = 'https://ocop.example/data/status-list.jwt';
  expect(payload).toEqual({ ...plain, id, validUntil: `${lastDayOfList(asOf)}T23:59:59+07:00`, credentialSubject: { ...plain.credentialSubject, id: `${id}#list` } });
  expect(payload['validUntil']).toBe('2026-12-05T23:59:59+07:00');
});

test('proofs are files, never pages: none is offered to search engines', () => {
  const pages = pagesOf(smallCatalogue({ products: PRODUCTS }), true).filter(({ path }) => path.endsWith('.jwt'));
  expect(pages).toHaveLength(5);
  for (const page of pages) expect(page).not.toHaveProperty('indexed');
});
