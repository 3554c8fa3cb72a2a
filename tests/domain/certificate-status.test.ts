import { describe, expect, it } from 'vitest';
import { dayInVietnam } from '../../src/domain/calendar-day.ts';
import { EXPIRING_DAYS, holds, statusOn } from '../../src/domain/certificate-status.ts';

describe('status on a day', () => {
  const term = { grantedOn: '2023-11-14', validUntil: '2026-11-14' };

  it.each([
    ['2023-11-13', 'unconfirmed', 'not-yet', undefined],
    ['2023-11-14', 'valid', 'term', 1096],
    ['2026-05-17', 'valid', 'term', 181],
    ['2026-05-18', 'expiring', 'term', 180],
    ['2026-11-13', 'expiring', 'term', 1],
    ['2026-11-14', 'expiring', 'term', 0],
    ['2026-11-15', 'expired', 'term', undefined],
    ['2030-01-01', 'expired', 'term', undefined],
  ])('a decision of 14/11/2023 is on %s %s (%s)', (day, status, reason, daysLeft) => {
    expect(statusOn(term, day)).toEqual(daysLeft === undefined ? { status, reason } : { status, reason, daysLeft });
  });

  it('turns to expired at midnight in Việt Nam, 17:00 in Greenwich', () => {
    const at = (instant: string) => statusOn(term, dayInVietnam(Date.parse(instant))).status;
    expect(at('2026-11-14T16:59:59.999Z')).toBe('expiring');
    expect(at('2026-11-14T17:00:00.000Z')).toBe('expired');
  });

  it.each([
    ['2024-03-20', 'unconfirmed'],
    ['2024-03-21', 'expired'],
    ['2024-03-22', 'expired'],
  ])('a lapse that a source states by 21/03/2024 makes it on %s %s', (day, status) => {
    expect(statusOn({ lapsedBy: '2024-03-21' }, day).status).toBe(status);
  });

  it('a stated lapse goes before the computed term', () => {
    expect(statusOn({ ...term, lapsedBy: '2025-01-01' }, '2025-06-01')).toEqual({ status: 'expired', reason: 'lapsed-by-source' });
  });

  it.each([
    ['2027-12-31', 'unconfirmed'],
    ['2028-01-01', 'expired'],
  ])('evidence of 2024 alone is on %s %s, by inference', (day, status) => {
    expect(statusOn({ heldAtMostUntil: '2027-12-31' }, day)).toEqual({ status, reason: 'inferred-term' });
  });

  it('without any date is unconfirmed for ever', () => {
    for (const day of ['2018-05-07', '2026-11-21', '2099-12-31']) expect(statusOn({}, day)).toEqual({ status: 'unconfirmed', reason: 'no-date' });
  });

  it.each([
    ['2025-05-31', 'valid'],
    ['2025-06-01', 'revoked'],
    ['2030-01-01', 'revoked'],
  ])('a revocation on 01/06/2025 makes it on %s %s', (day, status) => {
    expect(statusOn({ ...term, revokedOn: '2025-06-01' }, day).status).toBe(status);
  });

  it('a revocation after the end: expired until then, revoked from then on', () => {
    const late = { ...term, revokedOn: '2027-02-01' };
    expect(statusOn(late, '2026-11-15').status).toBe('expired');
    expect(statusOn(late, '2027-01-31').status).toBe('expired');
    expect(statusOn(late, '2027-02-01').status).toBe('revoked');
  });

  it('a certificate that another one replaced no longer holds, though its term runs on', () => {
    const replaced = { ...term, replacedOn: '2026-08-01' };
    expect(statusOn(replaced, '2026-07-31').status).toBe('expiring');
    expect(statusOn(replaced, '2026-08-01')).toEqual({ status: 'expired', reason: 'replaced' });
  });

  it('holds while valid or expiring, else not', () => {
    expect((['valid', 'expiring', 'expired', 'revoked', 'unconfirmed'] as const).filter(holds)).toEqual(['valid', 'expiring']);
    expect(EXPIRING_DAYS).toBe(180);
  });
});
