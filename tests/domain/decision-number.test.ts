import { describe, expect, it } from 'vitest';
import { isSampleDecisionNumber, parseDecisionNumber } from '../../src/domain/decision-number.ts';

describe('decision number', () => {
  it.each([
    ['2394/QĐ-UBND', 2394, 'UBND'],
    ['136/QĐ-UBND', 136, 'UBND'],
    ['2361/QĐ-BNNMT', 2361, 'BNNMT'],
    ['377/QĐ-BNN-VPĐP', 377, 'BNN-VPĐP'],
    ['148/QĐ-TTg', 148, 'TTg'],
    ['01/QĐ-MẪU', 1, 'MẪU'],
  ])('%s is number %i of %s', (text, sequence, symbol) => {
    expect(parseDecisionNumber(text)).toEqual({ sequence, symbol });
  });

  it.each([
    ['2394/2024/QĐ-UBND', 'year'],
    ['2394/QD-UBND', 'plain-d'],
    ['2394/QÐ-UBND', 'plain-d'],
    ['2394', 'form'],
    ['QĐ-UBND', 'form'],
    ['2394/QĐ-ubnd', 'form'],
    ['2394/QĐ-UBND ngày 15/10/2024', 'form'],
    ['2394 /QĐ-UBND', 'form'],
    ['2394/QĐ', 'form'],
    ['2394/QĐ-', 'form'],
    ['2394/UBND-NNTN', 'form'],
    ['123456/QĐ-UBND', 'form'],
  ])('"%s" is refused: %s', (text, fault) => {
    expect(parseDecisionNumber(text)).toBe(fault);
  });

  it('of the practice data ends in MẪU', () => {
    expect(isSampleDecisionNumber('01/QĐ-MẪU')).toBe(true);
    expect(isSampleDecisionNumber('2394/QĐ-UBND')).toBe(false);
  });
});
