import { describe, expect, it } from 'vitest';
import { certificateOn, certificatesOf } from '../../src/domain/certificate.ts';
import { statusOn } from '../../src/domain/certificate-status.ts';
import type { Act } from '../../src/domain/decision.ts';
import { act } from './histories.ts';

/** What somebody sees who looks the product up on a day. */
function seenOn(day: string, acts: readonly Act[]): string {
  const certificate = certificateOn(certificatesOf(acts), day);
  return certificate === undefined ? 'nothing' : `${certificate.stars ?? '?'} ${statusOn(certificate, day).status}`;
}

describe('a certificate', () => {
  it('carries number, issuer, score and basis as its decision has them', () => {
    const issuer = { level: 'province' as const, name: 'UBND tỉnh' };
    const [only] = certificatesOf([
      act({ id: 'd', kind: 'recognition', number: '1/QĐ-UBND', issuer, stars: 4, score: 77, basis: 'inferred', basisNote: 'press-comparison', signedOn: '2024-10-15' }),
    ]);
    expect(only).toMatchObject({
      id: 'p--d', productId: 'p', decisionId: 'd', number: '1/QĐ-UBND', issuer, stars: 4, score: 77,
      basis: 'inferred', basisNote: 'press-comparison', grantedOn: '2024-10-15', validUntil: '2027-10-15', validUntilFrom: 'computed',
    });
  });

  it('granted on 29 February ends on 28 February', () => {
    const acts = [act({ id: 'd', kind: 'recognition', stars: 3, signedOn: '2024-02-29' })];
    expect(seenOn('2027-02-28', acts)).toBe('3 expiring');
    expect(seenOn('2027-03-01', acts)).toBe('3 expired');
  });

  it('granted on 28 February ends on 28 February even in a leap year', () => {
    const acts = [act({ id: 'd', kind: 'recognition', stars: 3, signedOn: '2021-02-28' })];
    expect(seenOn('2024-02-28', acts)).toBe('3 expiring');
    expect(seenOn('2024-02-29', acts)).toBe('3 expired');
  });

  it('ends on the day that its document states, not after 36 months', () => {
    const acts = [act({ id: 'd', kind: 'recognition', stars: 3, signedOn: '2024-01-01', statedValidUntil: '2026-12-31' })];
    expect(certificatesOf(acts)[0]?.validUntilFrom).toBe('stated');
    expect(seenOn('2026-12-31', acts)).toBe('3 expiring');
    expect(seenOn('2027-01-01', acts)).toBe('3 expired');
  });

  it.each([
    ['2023-07', '2026-07-31', '2026-08-01'],
    ['2023', '2026-12-31', '2027-01-01'],
    ['2024-02', '2027-02-28', '2027-03-01'],
    ['2024-02-29', '2027-02-28', '2027-03-01'],
    ['2023-11-15', '2026-11-15', '2026-11-16'],
  ])('attested only for %s is unconfirmed to %s and expired, inferred, on %s', (attestedOn, lastDay, nextDay) => {
    const acts = [act({ id: 'a', kind: 'recognition', stars: 3, attestedOn })];
    expect(seenOn(lastDay, acts)).toBe('3 unconfirmed');
    expect(seenOn(nextDay, acts)).toBe('3 expired');
  });

  it('that has a dated decision needs no term from its evidence', () => {
    const [only] = certificatesOf([act({ id: 'd', kind: 'recognition', signedOn: '2024-10-15', attestedOn: '2024' })]);
    expect(only).toMatchObject({ validUntil: '2027-10-15', heldAtMostUntil: undefined });
  });

  it('attested on no day at all is unconfirmed, its star as the source says', () => {
    expect(seenOn('2026-11-21', [act({ id: 'nguon', kind: 'recognition', stars: 5 })])).toBe('5 unconfirmed');
    expect(seenOn('2026-11-21', [act({ id: 'nguon', kind: 'recognition' })])).toBe('? unconfirmed');
  });

  it('of a product that nothing was granted to does not exist', () => {
    expect(certificatesOf([])).toEqual([]);
    expect(certificatesOf([act({ id: 'f', kind: 're-evaluation-filed', signedOn: '2026-01-01' })])).toEqual([]);
    expect(seenOn('2023-11-13', [act({ id: 'd', kind: 'recognition', signedOn: '2023-11-14' })])).toBe('nothing');
  });
});

describe('a chain of certificates', () => {
  const first = act({ id: 'd1', kind: 'recognition', stars: 3, signedOn: '2023-11-14' });

  it('renewed before the end counts from the day of the renewal, for 36 months of its own', () => {
    const acts = [first, act({ id: 'd2', kind: 'renewal', stars: 3, signedOn: '2026-08-01' })];
    expect(certificatesOf(acts).map(({ validUntil }) => validUntil)).toEqual(['2026-11-14', '2029-08-01']);
    expect(certificatesOf(acts)[0]?.replacedOn).toBe('2026-08-01');
    expect(seenOn('2026-07-31', acts)).toBe('3 expiring');
    expect(seenOn('2026-08-01', acts)).toBe('3 valid');
    expect(seenOn('2026-11-15', acts)).toBe('3 valid');
  });

  it('renewed after the end leaves the gap a gap', () => {
    const acts = [first, act({ id: 'd2', kind: 'renewal', stars: 3, signedOn: '2027-02-01' })];
    expect(seenOn('2026-11-15', acts)).toBe('3 expired');
    expect(seenOn('2027-01-31', acts)).toBe('3 expired');
    expect(seenOn('2027-02-01', acts)).toBe('3 valid');
  });

  it('downgraded shows the lower star from that day', () => {
    const acts = [act({ id: 'd1', kind: 'recognition', stars: 4, signedOn: '2023-11-14' }), act({ id: 'd2', kind: 'downgrade', stars: 3, signedOn: '2025-01-10' })];
    expect(seenOn('2025-01-09', acts)).toBe('4 valid');
    expect(seenOn('2025-01-10', acts)).toBe('3 valid');
  });

  it('with a renewal and an upgrade of one day ends in the upgrade', () => {
    const acts = [
      act({ id: 'a-upgrade', kind: 'upgrade', stars: 4, signedOn: '2025-05-05' }),
      act({ id: 'z-renewal', kind: 'renewal', stars: 3, signedOn: '2025-05-05' }),
      first,
    ];
    expect(certificatesOf(acts).map(({ grantedBy }) => grantedBy)).toEqual(['recognition', 'renewal', 'upgrade']);
    expect(seenOn('2025-05-05', acts)).toBe('4 valid');
  });

  it('revoked and recognised again on one day holds again', () => {
    const acts = [act({ id: 'a-new', kind: 'recognition', stars: 4, signedOn: '2025-05-05' }), act({ id: 'b-end', kind: 'revocation', signedOn: '2025-05-05' }), first];
    expect(seenOn('2025-05-04', acts)).toBe('3 valid');
    expect(seenOn('2025-05-05', acts)).toBe('4 valid');
    expect(certificatesOf(acts).map((certificate) => statusOn(certificate, '2025-05-05').status)).toEqual(['revoked', 'valid']);
  });

  it('keeps the filing of a re-evaluation on the certificate that it was filed for', () => {
    const filed = act({ id: 'f', kind: 're-evaluation-filed', signedOn: '2026-10-01' });
    const renewed = act({ id: 'd2', kind: 'renewal', stars: 3, signedOn: '2027-02-01' });
    expect(certificatesOf([renewed, filed, first]).map(({ reEvaluationFiledOn }) => reEvaluationFiledOn)).toEqual(['2026-10-01', undefined]);
    expect(seenOn('2026-11-15', [filed, first])).toBe('3 expired');
  });

  it('puts evidence without any date before what is dated: nothing says that it is newer', () => {
    const acts = [first, act({ id: 'nguon', kind: 'recognition', stars: 5 })];
    expect(seenOn('2024-01-01', acts)).toBe('3 valid');
    expect(certificatesOf(acts).map(({ id }) => id)).toEqual(['p--nguon', 'p--d1']);
  });

  it('gives no day of replacement when the one that follows has none', () => {
    const chain = certificatesOf([act({ id: 'a', kind: 'recognition', stars: 3 }), act({ id: 'b', kind: 'recognition', stars: 4 })]);
    expect(chain.map(({ replacedOn }) => replacedOn)).toEqual([undefined, undefined]);
  });
});

describe('a revocation', () => {
  const granted = act({ id: 'd1', kind: 'recognition', stars: 3, signedOn: '2024-06-01' });

  it('ends the certificate on its day and names its decision', () => {
    const acts = [granted, act({ id: 'r', kind: 'revocation', signedOn: '2025-06-01' })];
    expect(certificatesOf(acts)).toMatchObject([{ id: 'p--d1', revokedOn: '2025-06-01', revokedBy: 'r' }]);
    expect(seenOn('2025-05-31', acts)).toBe('3 valid');
    expect(seenOn('2025-06-01', acts)).toBe('3 revoked');
  });

  it('counts once: a second one changes nothing', () => {
    const acts = [granted, act({ id: 'r1', kind: 'revocation', signedOn: '2025-06-01' }), act({ id: 'r2', kind: 'revocation', signedOn: '2026-06-01' })];
    expect(certificatesOf(acts)).toMatchObject([{ revokedOn: '2025-06-01', revokedBy: 'r1' }]);
  });

  it('known only by its year, counts from the first day it can mean and keeps the year for the page', () => {
    const acts = [granted, act({ id: 'r', kind: 'revocation', attestedOn: '2026', decisionId: undefined })];
    expect(seenOn('2025-12-31', acts)).toBe('3 valid');
    expect(seenOn('2026-01-01', acts)).toBe('3 revoked');
    expect(certificatesOf(acts)[0]?.revocationAttestedOn).toBe('2026');
  });

  it('known only by its year, ends what was granted within that year', () => {
    const acts = [granted, act({ id: 'r', kind: 'revocation', attestedOn: '2024', decisionId: undefined })];
    expect(seenOn('2024-05-31', acts)).toBe('nothing');
    expect(seenOn('2024-06-01', acts)).toBe('3 revoked');
    expect(certificatesOf(acts)[0]?.revokedOn).toBe('2024-06-01');
  });

  it('without any date never lets the star it ended look valid', () => {
    const acts = [granted, act({ id: 'r', kind: 'revocation' })];
    expect(seenOn('2025-01-01', acts)).toBe('3 revoked');
  });

  it('of a certificate that no source gives still shows that a star was taken back', () => {
    const acts = [act({ id: 'r', kind: 'revocation', number: '9/QĐ-UBND', signedOn: '2025-06-01' })];
    expect(seenOn('2025-06-01', acts)).toBe('? revoked');
    expect(certificatesOf(acts)).toMatchObject([{ number: undefined, decisionId: undefined, revokedBy: 'r' }]);
  });

  it('of an unknown certificate and a recognition in one decision are two certificates', () => {
    const acts = [act({ id: 'd', kind: 'revocation', signedOn: '2025-06-01' }), act({ id: 'd', kind: 'recognition', stars: 4, signedOn: '2025-06-01' })];
    const chain = certificatesOf(acts);
    expect(new Set(chain.map(({ id }) => id)).size).toBe(2);
    expect(seenOn('2025-06-01', acts)).toBe('4 valid');
  });

  it('that a source attests leaves that source on the certificate', () => {
    const acts = [
      { ...granted, sources: [{ title: 'granted' }] },
      act({ id: 'r', kind: 'revocation', attestedOn: '2025-06', decisionId: undefined, sources: [{ title: 'revoked' }] }),
    ];
    expect(certificatesOf(acts)[0]?.sources).toEqual([{ title: 'granted' }, { title: 'revoked' }]);
  });
});

describe('real cases', () => {
  it('Vĩnh Linh, decision of 14/11/2023 without a number read: expired from 15/11/2026', () => {
    const acts = [act({ id: 'vinh-linh', kind: 'recognition', stars: 3, signedOn: '2023-11-14', issuer: { level: 'district' } })];
    expect(certificatesOf(acts)[0]?.number).toBeUndefined();
    expect(seenOn('2026-11-14', acts)).toBe('3 expiring');
    expect(seenOn('2026-11-15', acts)).toBe('3 expired');
    expect(seenOn('2026-11-21', acts)).toBe('3 expired');
  });

  it('nước mắm Phú Sáng, 3 stars in March 2024, 4 stars by 2394/QĐ-UBND: valid to 15/10/2027', () => {
    const acts = [
      act({ id: '2394', kind: 'upgrade', stars: 4, number: '2394/QĐ-UBND', signedOn: '2024-10-15', basis: 'inferred' }),
      act({ id: '2024-03', kind: 'recognition', stars: 3, attestedOn: '2024-03-21', decisionId: undefined }),
    ];
    expect(certificatesOf(acts)).toMatchObject([
      { id: 'p--2024-03', stars: 3, successor: 'p--2394', replacedOn: '2024-10-15' },
      { id: 'p--2394', stars: 4, predecessor: 'p--2024-03', validUntil: '2027-10-15', basis: 'inferred' },
    ]);
    expect(seenOn('2024-10-14', acts)).toBe('3 unconfirmed');
    expect(seenOn('2026-11-21', acts)).toBe('4 valid');
    expect(seenOn('2027-10-15', acts)).toBe('4 expiring');
    expect(seenOn('2027-10-16', acts)).toBe('4 expired');
  });

  it('gạo Xuyên Hương, lapsed by 21/03/2024 as its source says: expired since', () => {
    const acts = [act({ id: 'nguon', kind: 'recognition', lapsedBy: '2024-03-21', decisionId: undefined })];
    expect(seenOn('2026-11-21', acts)).toBe('? expired');
    expect(certificatesOf(acts).map((certificate) => statusOn(certificate, '2026-11-21').reason)).toEqual(['lapsed-by-source']);
  });

  it('Diệp Thanh Trà, 2019, lapsed, and back on 15/11/2023: expired between, then unconfirmed, then expired', () => {
    const acts = [
      act({ id: '2019', kind: 'recognition', stars: 3, attestedOn: '2019', decisionId: undefined }),
      act({ id: '2023-11', kind: 'renewal', stars: 3, attestedOn: '2023-11-15', decisionId: undefined }),
    ];
    expect(seenOn('2022-12-31', acts)).toBe('3 unconfirmed');
    expect(seenOn('2023-01-01', acts)).toBe('3 expired');
    expect(seenOn('2023-11-14', acts)).toBe('3 expired');
    expect(seenOn('2023-11-15', acts)).toBe('3 unconfirmed');
    expect(seenOn('2026-11-15', acts)).toBe('3 unconfirmed');
    expect(seenOn('2026-11-16', acts)).toBe('3 expired');
  });
});
