import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOf } from '../../src/domain/calendar-day.ts';
import { certificateOn, certificatesOf, type Certificate } from '../../src/domain/certificate.ts';
import { holds, statusOn, type CertificateStatus, type Status } from '../../src/domain/certificate-status.ts';
import type { Act } from '../../src/domain/decision.ts';
import { temporal } from './days.ts';
import { anyHistory, anyViewingDay, datedHistory, GRANTS } from './histories.ts';

const RUNS = { numRuns: 400 };

/** Forward in a certificate's life; no day may take it back. */
const AGE: Readonly<Record<Status, number>> = { unconfirmed: 0, valid: 1, expiring: 2, expired: 3, revoked: 4 };

function beginOf(certificate: Certificate): string {
  return certificate.grantedOn ?? (certificate.attestedOn === undefined ? '' : firstDayOf(certificate.attestedOn));
}

function statusOfProduct(acts: readonly Act[], day: string): CertificateStatus | undefined {
  const certificate = certificateOn(certificatesOf(acts), day);
  return certificate && statusOn(certificate, day);
}

/** Dated decisions read one after the other, as somebody with the papers on the table would. */
function byHand(acts: readonly Act[], day: string): { id: string; stars: number | undefined; status: Status } | undefined {
  const order = ['re-evaluation-filed', 'revocation', 'recognition', 'renewal', 'upgrade|downgrade'];
  const rank = (act: Act) => order.findIndex((kinds) => kinds.split('|').includes(act.kind));
  const key = (act: Act) => `${act.signedOn} ${rank(act)} ${act.id}`;
  const papers = acts.filter((act) => (act.signedOn ?? '') <= day).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const last = papers.findLast((act) => GRANTS.includes(act.kind));
  if (last?.signedOn === undefined) return undefined;
  const until = last.statedValidUntil ?? temporal.add(last.signedOn, { months: 36 });
  const revoked = papers.slice(papers.indexOf(last)).some((act) => act.kind === 'revocation');
  const status = revoked ? 'revoked' : day > until ? 'expired' : temporal.add(day, { days: 180 }) >= until ? 'expiring' : 'valid';
  return { id: `p--${last.id}`, stars: last.stars, status };
}

describe('certificates of random histories', () => {
  it('do not depend on the order in which the acts are given', () => {
    const shuffled = anyHistory.chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })));
    fc.assert(fc.property(shuffled, ([acts, other]) => { expect(certificatesOf(other)).toEqual(certificatesOf(acts)); }), RUNS);
  });

  it('leave the acts as they were', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const before = structuredClone(acts);
        certificatesOf(acts);
        expect(acts).toEqual(before);
      }),
    );
  });

  it('form one chain: each names the one before and the one after it, and no id comes twice', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const chain = certificatesOf(acts);
        expect(new Set(chain.map(({ id }) => id)).size).toBe(chain.length);
        expect(chain.map(({ predecessor }) => predecessor)).toEqual([undefined, ...chain.map(({ id }) => id)].slice(0, chain.length));
        expect(chain.map(({ successor }) => successor)).toEqual([...chain.slice(1).map(({ id }) => id), undefined].slice(0, chain.length));
      }),
      RUNS,
    );
  });

  it('are one for each granting act, and one more at most for a revocation of what nobody recorded', () => {
    fc.assert(
      fc.property(anyHistory, (acts) => {
        const granted = certificatesOf(acts).filter(({ grantedBy }) => grantedBy !== 'revocation');
        expect(granted.map(({ id }) => id).sort()).toEqual(acts.filter(({ kind }) => GRANTS.includes(kind)).map(({ id }) => `p--${id}`).sort());
        expect(certificatesOf(acts).length - granted.length).toBeLessThanOrEqual(1);
      }),
      RUNS,
    );
  });

  it('hold one at a time: on no day does one that does not count still hold', () => {
    fc.assert(
      fc.property(anyHistory, anyViewingDay, (acts, day) => {
        const chain = certificatesOf(acts);
        const counting = certificateOn(chain, day);
        const holding = chain.filter((certificate) => holds(statusOn(certificate, day).status));
        expect(holding.filter(({ id }) => id !== counting?.id)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('only grow older: no certificate comes back to an earlier status', () => {
    fc.assert(
      fc.property(anyHistory, anyViewingDay, fc.integer({ min: 1, max: 2000 }), (acts, day, later) => {
        const after = temporal.add(day, { days: later });
        for (const certificate of certificatesOf(acts)) {
          expect(AGE[statusOn(certificate, after).status]).toBeGreaterThanOrEqual(AGE[statusOn(certificate, day).status]);
        }
      }),
      RUNS,
    );
  });

  it('let a product recover only through a new act', () => {
    fc.assert(
      fc.property(anyHistory, anyViewingDay, fc.integer({ min: 1, max: 1500 }), (acts, day, later) => {
        const after = temporal.add(day, { days: later });
        const [before, then] = [statusOfProduct(acts, day), statusOfProduct(acts, after)];
        if (before === undefined || then === undefined || AGE[then.status] >= AGE[before.status]) return;
        const begun = certificatesOf(acts).filter((certificate) => beginOf(certificate) > day && beginOf(certificate) <= after);
        expect(begun).not.toEqual([]);
      }),
      RUNS,
    );
  });

  it('of dated decisions are what reading the papers one by one gives', () => {
    fc.assert(
      fc.property(datedHistory, anyViewingDay, (acts, day) => {
        const expected = byHand(acts, day);
        const counting = certificateOn(certificatesOf(acts), day);
        const dated = counting?.grantedOn === undefined ? undefined : counting;
        expect(dated && { id: dated.id, stars: dated.stars, status: statusOn(dated, day).status }).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('end on a day that still counts, and the days left run down to it', () => {
    fc.assert(
      fc.property(anyViewingDay, (signedOn) => {
        const [only] = certificatesOf([{ id: 'a', kind: 'recognition', productId: 'p', signedOn, basis: 'read', sources: [], sample: false }]);
        const last = temporal.add(signedOn, { months: 36 });
        expect(only?.validUntil).toBe(last);
        expect(statusOn(only ?? {}, last)).toEqual({ status: 'expiring', reason: 'term', daysLeft: 0 });
        expect(statusOn(only ?? {}, temporal.add(last, { days: 1 }))).toEqual({ status: 'expired', reason: 'term' });
        expect(statusOn(only ?? {}, temporal.add(last, { days: -180 }))).toEqual({ status: 'expiring', reason: 'term', daysLeft: 180 });
        expect(statusOn(only ?? {}, temporal.add(last, { days: -181 }))).toEqual({ status: 'valid', reason: 'term', daysLeft: 181 });
        expect(statusOn(only ?? {}, temporal.add(signedOn, { days: -1 }))).toEqual({ status: 'unconfirmed', reason: 'not-yet' });
      }),
    );
  });

  it('without a dated decision are never shown as valid', () => {
    const evidence = anyHistory.map((acts) => acts.filter(({ signedOn }) => signedOn === undefined));
    fc.assert(
      fc.property(evidence, anyViewingDay, (acts, day) => {
        for (const certificate of certificatesOf(acts)) expect(holds(statusOn(certificate, day).status)).toBe(false);
      }),
      RUNS,
    );
  });
});
