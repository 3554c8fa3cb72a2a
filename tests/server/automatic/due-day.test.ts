import { expect, test } from 'vitest';
import { dueDay } from '../../../src/server/automatic/due-day.ts';
import { certificate, product, smallCatalogue } from '../../publish/small-catalogue.ts';

const lot = (code: string, useBy: string | undefined) => ({ productId: 'a', sku: 'chai', code, useBy, steps: [], documents: [], photographs: [], declared: { by: 'HTX', on: '2026-11-01' }, sources: [], sample: false });
const dueAfter = (after: string, ...lasts: (string | undefined)[]): string =>
  dueDay(smallCatalogue({ products: [product('a')], certificates: [certificate('a', { validUntil: '2027-10-15' })], lots: lasts.map((useBy, n) => lot(`L-${n}`, useBy)) }), after);

test.each<[what: string, after: string, lasts: readonly (string | undefined)[], due: string]>([
  ['no lot has a last day', '2026-11-22', [undefined], '2026-11-29'],
  ['a last day is today', '2026-11-22', ['2026-11-22'], '2026-11-23'],
  ['a last day is in three days', '2026-11-22', ['2026-12-24', '2026-11-25', undefined], '2026-11-26'],
  ['all last days have passed', '2026-11-22', ['2026-11-21', '2025-01-01'], '2026-11-29'],
  ['a last day lies beyond a week', '2026-11-22', ['2026-11-30'], '2026-11-29'],
  ['a month ends', '2026-11-28', ['2026-11'], '2026-12-01'],
  ['a star ends before a lot does', '2027-10-14', ['2027-10-18'], '2027-10-16'],
])('a site is made again for the day after a lot’s last day: %s', (_, after, lasts, due) => {
  expect(dueAfter(after, ...lasts)).toBe(due);
});
