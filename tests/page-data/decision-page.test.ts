import { describe, expect, it } from 'vitest';
import { decisionPage } from '../../src/page-data/decision-page.ts';
import { decisionsPage } from '../../src/page-data/decisions-page.ts';
import { decision, NO_QUERY, registerView } from './register-view.ts';

const attested = { attestations: [{ id: 'nguon', act: 'recognition', stars: 3, attestedOn: '2024', issuer: 'unknown', basis: 'read', sources: [{ title: 'Báo' }] }] };
const view = registerView({
  products: {
    'nuoc-mam': { place: { commune: 'Thiên Cầm', province: 'Hà Tĩnh' } },
    'ruou-sim': { alcohol: true },
    'nang-hang': {},
    'chi-nguon': attested,
    'nguon-va-quyet-dinh': attested,
    'mat-ong-mau': { ...attested, sample: true },
    'khong-sao': {},
  },
  decisions: {
    cu: decision('2024-01-14', { 'nuoc-mam': 3, 'ruou-sim': 3, 'nang-hang': 3 }, { number: '12/QĐ-UBND' }),
    moi: decision('2025-10-15', { 'nguon-va-quyet-dinh': 4 }, {
      lines: [
        { product: 'nang-hang', act: 'upgrade', stars: 4, basis: 'inferred', basisNote: 'press-comparison', score: 82, asSigned: { name: 'Nâng hạng cũ', place: { district: 'Cẩm Xuyên' } } },
        { product: 'nguon-va-quyet-dinh', act: 'recognition', stars: 4, basis: 'read' },
      ],
    }),
    'khong-ngay': decision(undefined, {}, { number: '99/QĐ-UBND', lines: [{ product: 'nuoc-mam', act: 're-evaluation-filed', basis: 'read' }] }),
    'thu-hoi': decision('2026-05-01', {}, { lines: [{ product: 'ruou-sim', act: 'revocation', basis: 'read' }] }),
    mau: decision('2026-08-25', { 'mat-ong-mau': 4 }, { number: '01/QĐ-MẪU', sample: true }),
  },
});

describe('page of all decisions', () => {
  const { decisions, attested: withoutDecision } = decisionsPage(view, 'vi', NO_QUERY);

  it('has the newest first, those without a date after them, practice data last', () => {
    expect(decisions.map(({ text }) => text)).toEqual(['Quyết định ngày 01/05/2026', 'Quyết định ngày 15/10/2025', 'Quyết định 12/QĐ-UBND', 'Quyết định 99/QĐ-UBND', 'Quyết định 01/QĐ-MẪU']);
  });

  it('says how many goods still hold a star under each, not counting what was replaced or revoked', () => {
    expect(decisions.map(({ products, held }) => `${products}, ${held}`).slice(0, 3)).toEqual(['1 sản phẩm, 0 còn hiệu lực', '2 sản phẩm, 2 còn hiệu lực', '3 sản phẩm, 1 còn hiệu lực']);
  });

  it('leaves an unknown issuer and day undefined', () => expect(decisions[3]).not.toHaveProperty('day'));

  it('counts real goods whose star only a source attests', () => expect(withoutDecision).toBe('1'));
});

describe('decision page', () => {
  it('names alcohol without a price and stays indexable', () => {
    const page = decisionPage(view, 'vi', 'cu');
    expect(page?.lines.map(({ product }) => [product.id, product.alcohol, product.lowestPrice])).toEqual([['nuoc-mam', false, undefined], ['ruou-sim', true, undefined], ['nang-hang', false, undefined]]);
    expect(page?.head.noindex).toBe(false);
  });

  it('shows each line with the status of its own certificate', () => {
    const status = (id: string) => decisionPage(view, 'vi', id)?.lines.map(({ certificate }) => [certificate?.now.status, certificate?.now.reason]);
    expect(status('cu')).toEqual([['expiring', 'term'], ['revoked', 'revoked'], ['expired', 'replaced']]);
    expect(status('moi')).toEqual([['valid', 'term'], ['valid', 'term']]);
    expect(status('thu-hoi')).toEqual([['revoked', 'revoked']]);
  });

  it('gives place and name as the annex writes them, else the place as the product’s source does', () => {
    expect(decisionPage(view, 'vi', 'moi')?.lines[0]).toMatchObject({ place: 'Cẩm Xuyên', asSigned: ['Nâng hạng cũ'], score: 82 });
    expect(decisionPage(view, 'vi', 'cu')?.lines[0]?.place).toBe('Thiên Cầm, Hà Tĩnh');
  });

  it('says one basis only when all lines agree, and how inferred ones were worked out', () => {
    expect(decisionPage(view, 'vi', 'cu')?.basis).toBe('read');
    const mixed = decisionPage(view, 'vi', 'moi');
    expect(mixed?.basis).toBeUndefined();
    expect(mixed?.basisNotes).toEqual(['đối chiếu từ báo, chưa đọc được phụ lục']);
  });

  it('is undefined for an unknown id', () => expect(decisionPage(view, 'vi', 'khong-co')).toBeUndefined());
});
