import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkProof, type CheckedProof } from '../../src/browser/verify-proof.ts';
import type { Fetched } from '../../src/browser/verify-fetch.ts';
import { jwkOf } from '../../src/domain/published-key.ts';
import type { StatusIndex } from '../../src/domain/status-index.ts';
import { certificateProofPath, keysPath, statusListProofPath } from '../../src/paths.ts';
import { keySet } from '../../src/publish/feeds/keys.ts';
import { statusListProof } from '../../src/publish/feeds/status-list-proof.ts';
import { withNewKey, withRetired, type KeyRing } from '../../src/trace/signing/key-ring.ts';
import { proofsOf } from '../../src/trace/signing/proofs.ts';
import { certificate, product, smallCatalogue } from '../publish/small-catalogue.ts';
import { newRing, signingWith } from '../trace/signing/test-keys.ts';

const siteUrl = 'https://ocop.example';
const today = '2026-11-22';
const ID = 'a--2394';
const statusIndex: StatusIndex = new Map([[ID, 5], ['b--2394', 6]]);
const ring = newRing();

/** What the site publishes with this ring on a day, by address. */
function siteWith(keys: KeyRing = ring, { asOf = today, signer = keys, later = {} }: { asOf?: string; signer?: KeyRing; later?: object } = {}): Map<string, Fetched> {
  const catalogue = smallCatalogue({ products: [product('a'), product('b')], certificates: [certificate('a', later), certificate('b')] });
  const signing = signingWith(signer);
  const proofs = proofsOf({ catalogue, siteUrl, signing, statusIndex });
  return new Map([
    [certificateProofPath(ID), { text: proofs.certificate(ID) as string }],
    [certificateProofPath('b--2394'), { text: proofs.certificate('b--2394') as string }],
    [keysPath, { text: JSON.stringify(keySet({ signing: signingWith(keys) })) }],
    [statusListProofPath, { text: statusListProof({ catalogue, asOf, statusIndex, siteUrl, signing }) }],
  ]);
}

function check(site: Map<string, Fetched>, more: { jws?: string; today?: string } = {}): Promise<CheckedProof> {
  return checkProof({ certificateId: ID, today, fetchText: async (path) => site.get(path), ...more });
}
const verdictOf = async (site: Map<string, Fetched>, more?: { jws?: string; today?: string }): Promise<string> => (await check(site, more)).outcome.verdict;
const changed = (site: Map<string, Fetched>, path: string, change: (text: string) => string): Map<string, Fetched> => new Map(site).set(path, { text: change(site.get(path)?.text ?? '') });
const without = (site: Map<string, Fetched>, path: string): Map<string, Fetched> => new Map([...site].filter(([known]) => known !== path));
/** Makes another payload without signing it anew. */
const altered = (change: (payload: Record<string, any>) => void) => (jws: string): string => {
  const [header, payload, signature] = jws.split('.') as [string, string, string];
  const value = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  change(value);
  return [header, Buffer.from(JSON.stringify(value)).toString('base64url'), signature].join('.');
};

/** How a browser from before Ed25519 in WebCrypto answers. */
function withoutEd25519(): void {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name.', 'NotSupportedError'));
}

describe.each(['WebCrypto', 'the fallback'])('by %s', (engine) => {
  beforeEach(() => {
    if (engine === 'the fallback') withoutEd25519();
  });

  test('a good signature matches, and what was signed can be shown', async () => {
    expect(await check(siteWith())).toEqual({
      outcome: { verdict: 'matches', listDay: today },
      signed: {
        id: `${siteUrl}/data/proof/${ID}.jwt`,
        issuer: siteUrl,
        productName: 'Sản phẩm a',
        stars: 4,
        decisionNumber: '2394/QĐ-UBND',
        grantedOn: '2024-10-15',
        validUntil: '2027-10-15',
        basis: 'inferred',
        statusIndex: 5,
        sample: false,
      },
    });
  });

  test('the copy that a page carries is the one that is checked', async () => {
    const site = siteWith();
    const jws = site.get(certificateProofPath(ID))?.text as string;
    const alone = without(site, certificateProofPath(ID));
    expect(await verdictOf(alone, { jws })).toBe('matches');
    expect(await verdictOf(alone, { jws: altered((payload) => (payload['credentialSubject']['stars']['value'] = 5))(jws) })).toBe('tampered');
  });

  test('more stars, another holder, a later end or another place in the list do not fit', async () => {
    const site = siteWith();
    for (const change of [
      (payload: any) => (payload.credentialSubject.stars.value = 5),
      (payload: any) => (payload.credentialSubject.holder.value.name = 'HTX Khác'),
      (payload: any) => (payload.credentialSubject.validUntil.value = '2030-10-15'),
      (payload: any) => (payload.credentialStatus.statusListIndex = '6'),
      (payload: any) => delete payload.credentialStatus,
      (payload: any) => (payload.issuer = 'https://gia-mao.example'),
    ]) expect(await verdictOf(changed(site, certificateProofPath(ID), altered(change))), String(change)).toBe('tampered');
  });

  test('one changed bit anywhere never matches', async () => {
    const site = siteWith();
    const good = site.get(certificateProofPath(ID))?.text as string;
    const step = process.env['LONG_TESTS'] ? 1 : 61;
    for (let at = 0; at < good.length; at += step) {
      const bytes = Buffer.from(good, 'latin1');
      bytes[at] = (bytes[at] as number) ^ (1 << at % 7);
      const text = bytes.toString('latin1');
      expect(['tampered', 'unreadable', 'unknown-key'], `${at}: ${text[at]}`).toContain(await verdictOf(changed(site, certificateProofPath(ID), () => text)));
    }
  });

  test('signatures that only nearly fit are refused', async () => {
    const site = siteWith();
    const good = site.get(certificateProofPath(ID))?.text as string;
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const bytes = Buffer.from(signature, 'base64url');
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const scalar = [...bytes.subarray(32)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const littleEndian = (value: bigint): Buffer => Buffer.from(Array.from({ length: 32 }, (_, place) => Number((value >> BigInt(8 * place)) & 0xffn)));
    const others = {
      'all zero': Buffer.alloc(64),
      'all ones': Buffer.alloc(64, 0xff),
      'the neutral point and zero': Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]),
      'S plus the order of the group': Buffer.concat([bytes.subarray(0, 32), littleEndian(scalar + order)]),
      'S negated': Buffer.concat([bytes.subarray(0, 32), littleEndian(order - scalar)]),
      'R and S exchanged': Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]),
      'the sign of R turned': Buffer.from(bytes).map((byte, place) => (place === 31 ? byte ^ 0x80 : byte)),
      'R no point': Buffer.concat([Buffer.alloc(32, 2), bytes.subarray(32)]),
      'another certificate’s': Buffer.from(site.get(certificateProofPath('b--2394'))?.text.split('.')[2] as string, 'base64url'),
    };
    for (const [name, other] of Object.entries(others)) {
      const text = [header, payload, Buffer.from(other).toString('base64url')].join('.');
      expect(await verdictOf(changed(site, certificateProofPath(ID), () => text)), name).toBe('tampered');
    }
  });

  test('a status list that was altered, or signed by nobody known, is not believed', async () => {
    const site = siteWith();
    const emptied = altered((payload) => (payload['credentialSubject']['asOf'] = '2026-11-23'));
    expect(await verdictOf(changed(site, statusListProofPath, emptied))).toBe('broken-list');
    expect(await verdictOf(new Map(site).set(statusListProofPath, siteWith(newRing()).get(statusListProofPath) as Fetched))).toBe('broken-list');
    expect(await verdictOf(changed(site, statusListProofPath, () => ''))).toBe('broken-list');
    const [proof] = [site.get(certificateProofPath(ID)) as Fetched];
    expect(await verdictOf(new Map(site).set(statusListProofPath, proof))).toBe('broken-list');
  });
});

test('a list that was signed as something else is not believed', async () => {
  const site = siteWith();
  const [, payload] = site.get(statusListProofPath)?.text.split('.') as [string, string];
  const list = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  const signed = (more: object): Map<string, Fetched> => new Map(site).set(statusListProofPath, { text: signingWith(ring).sign({ ...list, ...more }) });
  expect(await verdictOf(signed({}))).toBe('matches');
  for (const other of [{ id: `${siteUrl}/data/other-list.jwt` }, { issuer: 'https://khac.example' }, { credentialSubject: {} }]) expect(await verdictOf(signed(other))).toBe('broken-list');
});

describe('keys', () => {
  const rotated = withNewKey(ring, '2026-11-15');
  const [first] = ring as [KeyRing[number]];

  test('one that the site does not publish is unknown', async () => {
    expect(await verdictOf(siteWith(newRing(), { signer: ring }))).toBe('unknown-key');
    expect(await verdictOf(changed(siteWith(), keysPath, () => '{"keys":[]}'))).toBe('unknown-key');
  });

  test('another one under the name of a known one is unknown', async () => {
    const other = signingWith(newRing());
    const forged = JSON.stringify({ keys: other.keys.map((key) => ({ ...jwkOf(key), kid: first.keyId })) });
    expect(await verdictOf(changed(siteWith(), keysPath, () => forged))).toBe('unknown-key');
  });

  test('an old proof still matches after the key was rotated', async () => {
    const old = siteWith(ring).get(certificateProofPath(ID)) as Fetched;
    expect(await verdictOf(siteWith(rotated))).toBe('matches');
    expect(await verdictOf(new Map(siteWith(rotated)).set(certificateProofPath(ID), old))).toBe('matches');
  });

  test('after retirement an old proof says so, and a new one matches', async () => {
    const retired = withRetired(rotated, first.keyId, '2026-11-20', false);
    const old = siteWith(ring).get(certificateProofPath(ID)) as Fetched;
    expect((await check(new Map(siteWith(retired)).set(certificateProofPath(ID), old))).outcome).toEqual({ verdict: 'retired-key', listDay: today, retiredOn: '2026-11-20' });
    expect(await verdictOf(siteWith(retired))).toBe('matches');
  });

  test('after a leak an old proof is worth nothing, and a list signed with that key neither', async () => {
    const leaked = withRetired(rotated, first.keyId, '2026-11-20', true);
    const site = siteWith(leaked);
    const old = siteWith(ring, { asOf: '2026-11-19' });
    expect(await verdictOf(new Map(site).set(certificateProofPath(ID), old.get(certificateProofPath(ID)) as Fetched))).toBe('leaked-key');
    expect(await verdictOf(new Map(site).set(statusListProofPath, old.get(statusListProofPath) as Fetched))).toBe('broken-list');
  });

  test('a retired key vouches for no list of a later day', async () => {
    const retired = withRetired(rotated, first.keyId, '2026-11-20', false);
    const list = (asOf: string): Fetched => siteWith(ring, { asOf }).get(statusListProofPath) as Fetched;
    expect(await verdictOf(new Map(siteWith(retired)).set(statusListProofPath, list('2026-11-21')))).toBe('broken-list');
    expect(await verdictOf(new Map(siteWith(retired)).set(statusListProofPath, list('2026-11-20')))).toBe('matches');
  });
});

describe('status', () => {
  test('revoked and replaced stars are seen although their proofs stay as they were', async () => {
    expect(await verdictOf(siteWith(ring, { later: { revokedOn: '2026-11-01' } }))).toBe('revoked');
    expect(await verdictOf(siteWith(ring, { later: { replacedOn: '2026-11-01' } }))).toBe('expired');
  });

  test('a list is current for fourteen days', async () => {
    expect(await verdictOf(siteWith(ring, { asOf: '2026-11-09' }))).toBe('matches');
    expect((await check(siteWith(ring, { asOf: '2026-11-08' }))).outcome).toEqual({ verdict: 'stale-list', listDay: '2026-11-08' });
  });

  test('a list from before the certificate says nothing of it', async () => {
    expect(await verdictOf(siteWith(ring, { asOf: '2024-10-14' }))).toBe('no-list');
  });

  test('without a list the star is not called held', async () => {
    expect(await verdictOf(without(siteWith(), statusListProofPath))).toBe('no-list');
  });

  test('a page open past the last day does not call the star held', async () => {
    expect(await verdictOf(siteWith(ring, { asOf: '2027-10-15' }), { today: '2027-10-16' })).toBe('expired');
  });

  test('a browser that cannot unpack the list says that it does not know', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await verdictOf(siteWith())).toBe('no-list');
    vi.unstubAllGlobals();
  });
});

describe('what cannot be checked is said', () => {
  test('the certificate of another product under this one’s address', async () => {
    const site = siteWith();
    expect(await verdictOf(new Map(site).set(certificateProofPath(ID), site.get(certificateProofPath('b--2394')) as Fetched))).toBe('other-certificate');
  });

  test('no proof, no keys, nothing readable', async () => {
    expect(await verdictOf(without(siteWith(), certificateProofPath(ID)))).toBe('no-proof');
    expect(await verdictOf(without(siteWith(), keysPath))).toBe('no-keys');
    expect(await verdictOf(changed(siteWith(), keysPath, () => '<!doctype html>'))).toBe('no-keys');
    for (const text of ['', '<!doctype html>', 'a.b.c']) expect(await verdictOf(changed(siteWith(), certificateProofPath(ID), () => text))).toBe('unreadable');
  });

  test('a browser without any of it', async () => {
    vi.stubGlobal('crypto', {});
    expect(await verdictOf(siteWith())).toBe('cannot-check');
    vi.unstubAllGlobals();
  });

  test('the earliest of the kept copies is named', async () => {
    const site = siteWith();
    const kept = (path: string, keptOn: string): [string, Fetched] => [path, { text: site.get(path)?.text as string, keptOn }];
    const offline = new Map([kept(certificateProofPath(ID), '2026-11-20'), kept(keysPath, '2026-11-18'), kept(statusListProofPath, '2026-11-21')]);
    expect(await check(offline)).toMatchObject({ outcome: { verdict: 'matches' }, keptOn: '2026-11-18' });
  });

  test('a key newer than the kept copy of the keys is not called unknown', async () => {
    const { text } = siteWith(newRing()).get(keysPath) as Fetched;
    expect(await verdictOf(new Map(siteWith()).set(keysPath, { text, keptOn: '2026-11-01' }))).toBe('no-keys');
  });
});
