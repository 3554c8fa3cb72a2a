import { describe, expect, it } from 'vitest';
import { certificatePage } from '../../src/page-data/certificate-page.ts';
import { decision, registerView } from './register-view.ts';

const line = (act: string, fields: object = {}) => ({ lines: [{ product: 'nuoc-mam', act, basis: 'read', ...fields }] });
const view = registerView({
  products: {
    'nuoc-mam': { attestations: [{ id: 'nguon', act: 'recognition', stars: 3, attestedOn: '2019', issuer: 'unknown', basis: 'inferred', sources: [{ title: 'Báo' }] }] },
    'ruou-sim': { alcohol: true },
    'ghi-ro-han': {},
    'khong-ngay': { attestations: [{ id: 'nguon', act: 'recognition', issuer: 'unknown', basis: 'read', sources: [{ title: 'Báo' }] }] },
    mau: { sample: true },
  },
  decisions: {
    nop: decision('2021-10-01', {}, line('re-evaluation-filed')),
    lai: decision('2022-03-10', {}, { ...line('renewal', { stars: 3, score: 66 }), number: '12/QĐ-UBND' }),
    len: decision('2025-05-20', {}, { ...line('upgrade', { stars: 4 }), issuer: { level: 'province', name: 'UBND tỉnh Hà Tĩnh' } }),
    'thu-hoi': decision('2026-02-02', {}, line('revocation')),
    ruou: decision('2024-10-15', { 'ruou-sim': 3 }),
    han: decision('2024-10-15', {}, { lines: [{ product: 'ghi-ro-han', act: 'recognition', stars: 3, basis: 'read', validUntil: '2026-12-31' }] }),
    'qd-mau': decision('2025-03-10', { mau: 4 }, { sample: true }),
  },
});
const page = (id: string) => certificatePage(view, 'vi', id);

describe('certificate page', () => {
  it('tells what happened in order, leaving out ends that a later act came before', () => {
    expect(page('nuoc-mam--len')?.events.map(({ kind, on, own }) => [on, kind, own])).toEqual([
      ['2019', 'recognition', false],
      ['2021-10-01', 're-evaluation-filed', false],
      ['2022-03-10', 'renewal', false],
      ['2025-03-11', 'expired', false],
      ['2025-05-20', 'upgrade', true],
      ['2026-02-02', 'revocation', true],
    ]);
  });

  it('tells a coming end as one that lies ahead', () => {
    expect(page('ghi-ro-han--han')?.events.map(({ kind, on, future }) => [on, kind, future])).toEqual([['2024-10-15', 'recognition', false], ['2027-01-01', 'expired', true]]);
  });

  it('dates the end of an undated certificate at the latest', () => {
    const alone = registerView({ products: { a: { attestations: [{ id: 'nguon', act: 'recognition', stars: 3, attestedOn: '2019', issuer: 'unknown', basis: 'read', sources: [{ title: 'Báo' }] }] } } });
    expect(certificatePage(alone, 'vi', 'a--nguon')?.events.map(({ kind, on, dated }) => [on, kind, dated])).toEqual([['2019', 'recognition', 'attested'], ['2023-01-01', 'expired-at-latest', 'computed']]);
  });

  it('leads to the certificate before and the one after', () => {
    expect(page('nuoc-mam--lai')).toMatchObject({ predecessor: { href: '/chung-nhan/nuoc-mam--nguon/' }, successor: { href: '/chung-nhan/nuoc-mam--len/' } });
    expect(page('nuoc-mam--nguon')).not.toHaveProperty('predecessor');
  });

  it('says how its last day is known', () => {
    expect(page('nuoc-mam--lai')?.validity).toEqual({ until: '10/03/2025', how: 'tính 36 tháng từ ngày ký' });
    expect(page('ghi-ro-han--han')?.validity).toEqual({ until: '31/12/2026', how: 'theo văn bản' });
    expect(page('nuoc-mam--nguon')?.validity).toEqual({ how: 'Muộn nhất đến 31/12/2022, nếu nguồn ghi nhận đúng' });
    expect(page('khong-ngay--nguon')?.validity).toEqual({ how: 'chưa rõ, vì chưa rõ ngày công nhận' });
  });

  it('says why it is inferred, and who issued it only as signed', () => {
    expect(page('nuoc-mam--nguon')?.basisNote).toBe('suy ra từ nguồn, chưa đọc được văn bản gốc');
    expect(page('nuoc-mam--len')?.issuer).toBe('UBND tỉnh Hà Tĩnh');
    expect(page('nuoc-mam--lai')).not.toHaveProperty('issuer');
  });

  it('keeps alcohol out of search engines and tells machines nothing of it', () => {
    expect(page('ruou-sim--ruou')?.head).toMatchObject({ noindex: true, jsonLd: [] });
  });

  it('keeps practice data out of search engines', () => expect(page('mau--qd-mau')?.head).toMatchObject({ noindex: true, sample: true }));

  it('tells machines whether it is active', () => {
    const status = (id: string) => page(id)?.head.jsonLd[0]?.['certificationStatus'];
    expect(status('ghi-ro-han--han')).toBe('https://schema.org/CertificationActive');
    expect(status('nuoc-mam--lai')).toBe('https://schema.org/CertificationInactive');
    expect(status('khong-ngay--nguon')).toBeUndefined();
  });

  it('is undefined for an unknown id', () => expect(page('nuoc-mam--khac')).toBeUndefined());
});
