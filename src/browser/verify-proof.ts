import { decodeBase64url, encodeBase64url } from '../domain/base64url.ts';
import type { IsoDate } from '../domain/calendar-day.ts';
import { readSignedCertificate, type SignedCertificate } from '../domain/certificate-credential.ts';
import { readCompactJws, type CompactJws } from '../domain/compact-jws.ts';
import { proofOutcome, type ListFinding, type ProofOutcome, type SignatureFinding } from '../domain/proof-outcome.ts';
import { readKeySet, thumbprintText, type PublishedKey } from '../domain/published-key.ts';
import { readSignedStatusList } from '../domain/status-list-credential.ts';
import { certificateProofPath, keysPath, statusListProofPath } from '../paths.ts';
import { fitsEd25519 } from './verify-ed25519.ts';
import type { Fetched, FetchText } from './verify-fetch.ts';
import { readListEntry } from './verify-status-list.ts';

export interface ProofToCheck {
  certificateId: string;
  /** The signed certificate where the page carries it; fetched otherwise. */
  jws?: string | undefined;
  /** The day of viewing, in Việt Nam. */
  today: IsoDate;
  fetchText: FetchText;
}

export interface CheckedProof {
  outcome: ProofOutcome;
  /** What was signed; only where the signature fits. */
  signed?: SignedCertificate;
  /** The earliest day of the kept copies that stood in for the network. */
  keptOn?: IsoDate;
}

/** Checks a signed certificate against the site's keys and status list. Never rejects. */
export async function checkProof({ certificateId, jws, today, fetchText }: ProofToCheck): Promise<CheckedProof> {
  const [proof, keySet] = await Promise.all([jws === undefined ? fetchText(certificateProofPath(certificateId)) : { text: jws }, fetchText(keysPath)]);
  const keys = keySet && readKeySet(keySet.text);
  const found = await checkSignature(proof?.text, keys);
  // A kept copy of the keys may be older than the key that signed.
  if (found.signature === 'unknown-key' && keySet?.keptOn !== undefined) return checked({ signature: 'no-keys' }, [proof, keySet]);
  if (found.signature !== 'fits') return checked({ signature: found.signature }, [proof, keySet]);
  const { signed, key } = found;
  if (signed.id !== signed.issuer + certificateProofPath(certificateId)) return checked({ signature: 'other-certificate' }, [proof, keySet]);
  const list = await fetchText(statusListProofPath);
  const finding = await checkList(list?.text, signed, keys ?? []);
  return { ...checked({ signature: 'fits', key, list: finding, ...(signed.validUntil !== undefined && { validUntil: signed.validUntil }) }, [proof, keySet, list]), signed };

  function checked(evidence: Omit<Parameters<typeof proofOutcome>[0], 'today'>, used: readonly (Fetched | undefined)[]): CheckedProof {
    const [keptOn] = used.flatMap((one) => one?.keptOn ?? []).sort();
    return { outcome: proofOutcome({ ...evidence, today }), ...(keptOn !== undefined && { keptOn }) };
  }
}

type CheckedSignature = { signature: Exclude<SignatureFinding, 'fits'> } | { signature: 'fits'; signed: SignedCertificate; key: PublishedKey };

async function checkSignature(text: string | undefined, keys: readonly PublishedKey[] | undefined): Promise<CheckedSignature> {
  if (text === undefined) return { signature: 'no-proof' };
  const jws = readCompactJws(text.trim());
  if (jws === undefined) return { signature: 'unreadable' };
  if (keys === undefined) return { signature: 'no-keys' };
  const key = await keyOf(jws, keys);
  if (key === 'cannot-check') return { signature: key };
  if (key === undefined) return { signature: 'unknown-key' };
  const fits = await fitsKey(jws, key);
  if (fits === undefined) return { signature: 'cannot-check' };
  if (!fits) return { signature: 'tampered' };
  const signed = readSignedCertificate(jws.payload);
  return signed === undefined ? { signature: 'unreadable' } : { signature: 'fits', signed, key };
}

/** By its name, which must be its own thumbprint: no other key can be put under the name of a known one. */
async function keyOf({ keyId }: CompactJws, keys: readonly PublishedKey[]): Promise<PublishedKey | 'cannot-check' | undefined> {
  for (const key of keys.filter((one) => one.keyId === keyId)) {
    try {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(thumbprintText(key.x)));
      if (encodeBase64url(new Uint8Array(digest)) === keyId) return key;
    } catch {
      return 'cannot-check';
    }
  }
  return undefined;
}

async function fitsKey({ signature, signed }: CompactJws, { x }: PublishedKey): Promise<boolean | undefined> {
  const publicKey = decodeBase64url(x);
  return publicKey && fitsEd25519(publicKey, signature, signed);
}

/** The list counts only when this site signed it, with a key that was still in use on the list's day. */
async function checkList(text: string | undefined, { issuer, statusIndex, grantedOn }: SignedCertificate, keys: readonly PublishedKey[]): Promise<ListFinding> {
  if (text === undefined || statusIndex === undefined) return 'unreached';
  const jws = readCompactJws(text.trim());
  const key = jws && (await keyOf(jws, keys));
  if (jws === undefined || key === undefined || key === 'cannot-check' || key.leaked === true) return 'broken';
  const list = (await fitsKey(jws, key)) === true ? readSignedStatusList(jws.payload) : undefined;
  if (list === undefined || list.issuer !== issuer || list.id !== issuer + statusListProofPath) return 'broken';
  if (key.retiredOn !== undefined && list.asOf > key.retiredOn) return 'broken';
  // An entry that nobody has set reads as held: a list from before the certificate says nothing of it.
  if (typeof DecompressionStream === 'undefined' || (grantedOn !== undefined && grantedOn > list.asOf)) return 'unreached';
  const value = await readListEntry(list.encodedList, statusIndex);
  return value === undefined ? 'broken' : { asOf: list.asOf, until: list.until, value };
}
