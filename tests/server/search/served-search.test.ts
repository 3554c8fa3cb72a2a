import { expect, test } from 'vitest';
import type { Catalogue } from '../../../src/catalogue/catalogue.ts';
import { makeServedSearch, type ServedSearch } from '../../../src/server/search/served-search.ts';
import { decision, registerView } from '../../page-data/register-view.ts';

const DAY = '2026-11-28';

function register(stars: 3 | 4, name = 'Nước mắm Phú Sáng'): Catalogue {
  return registerView({
    products: { 'nuoc-mam-phu-sang': { name, place: { province: 'Hà Tĩnh' } }, 'mat-ong-cua-rao': { name: 'Mật ong Cửa Rào', place: { province: 'Nghệ An' } } },
    decisions: { 'qd-1': decision('2024-10-15', { 'nuoc-mam-phu-sang': stars, 'mat-ong-cua-rao': 3 }) },
  }).catalogue;
}

const starsOf = ({ engine }: ServedSearch) => engine.document('nuoc-mam-phu-sang')?.stars;

test('a certificate changes and no text does: the index is taken over, what is said of the goods is new', async () => {
  const before = await makeServedSearch({ catalogue: register(3), asOf: DAY });
  const after = await makeServedSearch({ catalogue: register(4), asOf: DAY }, undefined, before);
  expect(after.engine.index).toBe(before.engine.index);
  expect([starsOf(before), starsOf(after)]).toEqual([3, 4]);
});

test('a name changes: everything is indexed again', async () => {
  const before = await makeServedSearch({ catalogue: register(3), asOf: DAY });
  const after = await makeServedSearch({ catalogue: register(3, 'Nước mắm Cửa Sót'), asOf: DAY }, undefined, before);
  expect(after.engine.index).not.toBe(before.engine.index);
  expect([before.vocabulary.words.has('sot'), after.vocabulary.words.has('sot')]).toEqual([false, true]);
});
