import { expect, test } from 'vitest';
import { homePage } from '../../src/page-data/home-page.ts';
import { decision, registerView } from './register-view.ts';

const line = (product: string, basis: string): object => ({ product, act: 'recognition', stars: 4, basis });

test('of the stars held today the home page tells how many are inferred; expired and practice ones are not counted', () => {
  const view = registerView({
    products: { 'nuoc-mam': {}, 'mat-ong': {}, 'banh-da': {}, mau: { sample: true } },
    decisions: {
      d1: { ...decision('2024-10-15', {}), lines: [line('nuoc-mam', 'inferred'), line('mat-ong', 'read')] },
      d2: { ...decision('2020-01-01', {}), lines: [line('banh-da', 'inferred')] },
      d3: { ...decision('2025-01-01', {}), sample: true, lines: [line('mau', 'inferred')] },
    },
  });
  const { heldCount, heldInferred } = homePage(view, 'vi');
  expect([heldCount, heldInferred]).toEqual([2, 1]);
});
