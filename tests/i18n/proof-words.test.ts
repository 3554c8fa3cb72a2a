import { describe, expect, it } from 'vitest';
import { PROOF_VERDICTS, type ProofOutcome, type ProofVerdict } from '../../src/domain/proof-outcome.ts';
import { keptWords, proofWords, signedFacts } from '../../src/i18n/proof-words.ts';

const known: Omit<ProofOutcome, 'verdict'> = { listDay: '2026-11-20', retiredOn: '2026-11-10' };
const FITTING: readonly ProofVerdict[] = ['matches', 'expired', 'revoked', 'unconfirmed', 'stale-list', 'no-list', 'broken-list', 'retired-key'];
const all = (['vi', 'en'] as const).flatMap((language) => PROOF_VERDICTS.map((verdict) => ({ language, verdict })));
const textOf = (outcome: ProofOutcome, language: 'vi' | 'en'): string => {
  const { headline, details } = proofWords(outcome, language);
  return [headline, ...details].join(' ');
};

describe.each(all)('$verdict in $language', ({ language, verdict }) => {
  const text = textOf({ verdict, ...known }, language);

  it('says whose signature it is, exactly where one fits', () => {
    const whose = language === 'vi' ? 'Khớp chữ ký của trang này, không phải chữ ký của cơ quan công nhận' : 'It matches this site’s signature, which is not the signature of the authority';
    expect(text.startsWith(whose)).toBe(FITTING.includes(verdict));
  });

  it('promises nothing that a signature cannot show', () => {
    expect(text).not.toMatch(/hàng thật|chính hãng|xác thực|authentic|genuine|verified/iu);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/undefined|\s\s|\s$/);
  });
});

it('every verdict reads differently', () => {
  for (const language of ['vi', 'en'] as const) expect(new Set(PROOF_VERDICTS.map((verdict) => textOf({ verdict, ...known }, language))).size).toBe(PROOF_VERDICTS.length);
});

it('only a held star under a key in use is shown in green', () => {
  expect(PROOF_VERDICTS.filter((verdict) => proofWords({ verdict }, 'vi').tone === 'good')).toEqual(['matches']);
});

it('a status is said with the day of its list', () => {
  for (const verdict of ['matches', 'expired', 'revoked', 'unconfirmed', 'stale-list', 'retired-key'] as const) expect(textOf({ verdict, ...known }, 'vi'), verdict).toContain('20/11/2026');
  expect(textOf({ verdict: 'stale-list', listDay: '2026-11-01' }, 'vi')).toContain('danh sách ngày 01/11/2026, có thể đã đổi');
});

it('a term that has passed is said by its day, and is no use-by date', () => {
  const text = textOf({ verdict: 'expired', endedOn: '2026-11-14' }, 'vi');
  expect(text).toContain('hết hiệu lực từ 15/11/2026');
  expect(text).toContain('không phải hạn sử dụng');
});

it('an old key is said beside every other reserve', () => {
  expect(textOf({ verdict: 'revoked', ...known }, 'vi')).toContain('ngừng dùng từ 10/11/2026, bản này được ký trước đó');
  expect(textOf({ verdict: 'revoked', listDay: '2026-11-20' }, 'vi')).not.toContain('ngừng dùng');
  expect(textOf({ verdict: 'retired-key', ...known }, 'vi').match(/ngừng dùng/g)).toHaveLength(1);
});

it('the signed facts are named, what is unknown as unknown', () => {
  expect(signedFacts({ id: '', issuer: '', productName: 'Gạo', stars: 4, basis: 'inferred', sample: true, validUntil: '2027-10-15' }, 'vi')).toEqual([
    ['Sản phẩm', 'Gạo (dữ liệu minh hoạ)'],
    ['Hạng sao', '4 sao (suy ra)'],
    ['Số quyết định', 'chưa rõ'],
    ['Ngày công nhận', 'chưa rõ'],
    ['Hiệu lực đến hết', '15/10/2027'],
  ]);
});

it('a kept copy is named by its day', () => {
  expect(keptWords('2026-11-20', 'vi')).toContain('bản lưu trên máy này, ngày 20/11/2026');
});
