import { describe, expect, it } from 'vitest';
import { statusOn, type CertificateTerm } from '../../src/domain/certificate-status.ts';
import { statusWords } from '../../src/i18n/status-words.ts';

const GRANTED: CertificateTerm = { grantedOn: '2023-11-14', validUntil: '2026-11-14' };

interface Case {
  name: string;
  term: CertificateTerm;
  day: string;
  status: string;
  vi: readonly [state: string, pill: string, sentence: string, remaining: string];
  en: readonly [state: string, pill: string, sentence: string, remaining: string];
}

const CASES: readonly Case[] = [
  {
    name: 'within the term',
    term: GRANTED,
    day: '2025-12-21',
    status: 'valid',
    vi: ['còn hiệu lực', 'đến 14/11/2026', 'Còn hiệu lực đến hết ngày 14/11/2026.', 'còn 10 tháng 24 ngày'],
    en: ['valid', 'until 14 November 2026', 'Valid through 14 November 2026.', '10 months 24 days left'],
  },
  {
    name: 'within the last 180 days',
    term: GRANTED,
    day: '2026-10-13',
    status: 'expiring',
    vi: ['sắp hết hiệu lực', 'còn 1 tháng 1 ngày', 'Còn hiệu lực đến hết ngày 14/11/2026.', 'còn 1 tháng 1 ngày'],
    en: ['expiring soon', '1 month 1 day left', 'Valid through 14 November 2026.', '1 month 1 day left'],
  },
  {
    name: 'whole months before the last day',
    term: GRANTED,
    day: '2026-09-14',
    status: 'expiring',
    vi: ['sắp hết hiệu lực', 'còn 2 tháng', 'Còn hiệu lực đến hết ngày 14/11/2026.', 'còn 2 tháng'],
    en: ['expiring soon', '2 months left', 'Valid through 14 November 2026.', '2 months left'],
  },
  {
    name: 'on the last valid day',
    term: GRANTED,
    day: '2026-11-14',
    status: 'expiring',
    vi: ['sắp hết hiệu lực', 'hôm nay là ngày cuối', 'Còn hiệu lực đến hết ngày 14/11/2026.', 'hôm nay là ngày cuối'],
    en: ['expiring soon', 'last day today', 'Valid through 14 November 2026.', 'last day today'],
  },
  {
    name: 'on the day after the last valid day',
    term: GRANTED,
    day: '2026-11-15',
    status: 'expired',
    vi: ['hết hiệu lực', 'hết từ 15/11/2026', 'Sao OCOP hết hiệu lực từ 15/11/2026.', ''],
    en: ['expired', 'expired 15 November 2026', 'The OCOP star expired: not valid from 15 November 2026 on.', ''],
  },
  {
    name: 'after a later certificate took its place',
    term: { ...GRANTED, replacedOn: '2026-03-02' },
    day: '2026-03-02',
    status: 'expired',
    vi: ['đã được thay thế', 'đã thay thế', 'Đã được thay bằng giấy chứng nhận sau từ 02/03/2026.', ''],
    en: ['replaced', 'replaced', 'Replaced by a later certificate from 2 March 2026.', ''],
  },
  {
    name: 'when a source says that it had lapsed',
    term: { ...GRANTED, lapsedBy: '2026-05-20' },
    day: '2026-11-01',
    status: 'expired',
    vi: ['hết hiệu lực', 'hết hiệu lực', 'Nguồn cho biết đến 20/05/2026 sao đã hết hiệu lực.', ''],
    en: ['expired', 'expired', 'A source says that by 20 May 2026 the star had lapsed.', ''],
  },
  {
    name: 'after the latest day that a year alone allows',
    term: { heldAtMostUntil: '2026-12-31' },
    day: '2027-01-01',
    status: 'expired',
    vi: ['hết hiệu lực', 'hết hiệu lực', 'Sao OCOP hết hiệu lực muộn nhất sau ngày 31/12/2026, suy ra từ thời điểm nguồn ghi nhận.', ''],
    en: ['expired', 'expired', 'The OCOP star ended after 31 December 2026 at the latest, inferred from when the source attests it.', ''],
  },
  {
    name: 'after a revocation',
    term: { ...GRANTED, revokedOn: '2025-06-01' },
    day: '2025-06-01',
    status: 'revoked',
    vi: ['bị thu hồi', 'bị thu hồi', 'Bị thu hồi từ 01/06/2025.', ''],
    en: ['revoked', 'revoked', 'Revoked from 1 June 2025.', ''],
  },
  {
    name: 'with a month or a year as the only evidence',
    term: { heldAtMostUntil: '2026-12-31' },
    day: '2026-12-31',
    status: 'unconfirmed',
    vi: ['chưa xác nhận được hiệu lực', 'chưa xác nhận', 'Chưa đọc được ngày quyết định nên chưa xác nhận được hiệu lực.', ''],
    en: ['validity not confirmed', 'not confirmed', 'The date of the decision was not read, so validity is not confirmed.', ''],
  },
  {
    name: 'without any date',
    term: {},
    day: '2026-11-22',
    status: 'unconfirmed',
    vi: ['chưa xác nhận được hiệu lực', 'chưa xác nhận', 'Chưa rõ ngày công nhận nên chưa xác nhận được hiệu lực.', ''],
    en: ['validity not confirmed', 'not confirmed', 'The date of recognition is unknown, so validity is not confirmed.', ''],
  },
  {
    name: 'before the day of the decision',
    term: GRANTED,
    day: '2023-11-13',
    status: 'unconfirmed',
    vi: ['chưa xác nhận được hiệu lực', 'chưa xác nhận', 'Quyết định công nhận có ngày 14/11/2023, chưa đến ngày ấy.', ''],
    en: ['validity not confirmed', 'not confirmed', 'The recognition decision is dated 14 November 2023, which has not come yet.', ''],
  },
];

describe.each(CASES)('a certificate $name', ({ term, day, status, vi, en }) => {
  const now = statusOn(term, day);

  it(`is ${status}`, () => {
    expect(now.status).toBe(status);
  });

  it.each([
    ['vi', vi],
    ['en', en],
  ] as const)('is told in %s', (language, [state, pill, sentence, remaining]) => {
    expect(statusWords(now, term, day, language)).toEqual({ state, pill, sentence, remaining });
  });
});

describe('the cases', () => {
  it('cover every status', () => {
    expect(new Set(CASES.map(({ status }) => status))).toEqual(new Set(['valid', 'expiring', 'expired', 'revoked', 'unconfirmed']));
  });

  it('cover every reason', () => {
    const reasons = new Set(CASES.map(({ term, day }) => statusOn(term, day).reason));
    expect(reasons).toEqual(new Set(['term', 'lapsed-by-source', 'inferred-term', 'revoked', 'replaced', 'no-date', 'not-yet']));
  });
});
