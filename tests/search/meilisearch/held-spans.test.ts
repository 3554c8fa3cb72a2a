import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, fromDayNumber, toDayNumber } from '../../../src/domain/calendar-day.ts';
import { holds } from '../../../src/domain/certificate-status.ts';
import { standingOf } from '../../../src/search/embedded/columns.ts';
import { heldSpans } from '../../../src/search/meilisearch/held-spans.ts';
import { nextStatusChange } from '../../../src/search/meilisearch/status-change.ts';
import type { SearchTerm } from '../../../src/search/search-document.ts';

const FIRST = toDayNumber('2026-01-01');
const day = fc.integer({ min: 0, max: 40 }).map((offset) => fromDayNumber(FIRST + offset));
const term: fc.Arbitrary<SearchTerm> = fc.record({ from: day, grantedOn: day, validUntil: day, heldAtMostUntil: day, lapsedBy: day, revokedOn: day, replacedOn: day }, { requiredKeys: [] });
const terms = fc.array(term, { maxLength: 4 });
const DAYS = Array.from({ length: 60 }, (_, offset) => fromDayNumber(FIRST - 10 + offset));

test('a product is in a span on exactly the days on which its star is held', () => {
  fc.assert(
    fc.property(terms, (all) => {
      const spans = heldSpans(all);
      for (const one of DAYS) {
        const number = toDayNumber(one);
        expect(spans.filter(({ from, until }) => from <= number && number <= until).length, one).toBe(holds(standingOf(all, one).status) ? 1 : 0);
      }
    }),
  );
});

test('until the next change every status stays, and on that day one differs', () => {
  fc.assert(
    fc.property(fc.array(terms.map((all) => ({ terms: all })), { maxLength: 3 }), day, (documents, asOf) => {
      const change = nextStatusChange(documents, asOf);
      const state = (on: string): string => documents.map(({ terms: all }) => `${standingOf(all, on).status} ${all.indexOf(standingOf(all, on).term as SearchTerm)}`).join();
      for (let on = asOf; on < (change ?? '2026-12-31'); on = addDays(on, 1)) expect(state(on), on).toBe(state(asOf));
      if (change !== undefined) expect(state(change)).not.toBe(state(asOf));
    }),
  );
});
