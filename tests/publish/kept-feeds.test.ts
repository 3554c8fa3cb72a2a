import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openBlocks } from '../../src/catalogue/blocks.ts';
import { withPlaces } from '../../src/domain/status-index.ts';
import { catalogueOf, CHANGES, firstState } from './changing-register.ts';
import { SITE_URL } from './workbench.ts';

const makers = async () => ({
  ...(await import('../../src/publish/feeds/catalogue-json.ts')),
  ...(await import('../../src/publish/feeds/products-csv.ts')),
  ...(await import('../../src/publish/feeds/status-json.ts')),
  ...(await import('../../src/publish/feeds/status-list.ts')),
});

test('whatever changed before, files joined from kept parts are those that are made from nothing', async () => {
  const kept = await makers();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...CHANGES], { minLength: 1, maxLength: 12 }), async (changes) => {
      let state = firstState();
      for (const [name, change] of changes) {
        state = change(state);
        const catalogue = catalogueOf(state);
        const statusIndex = withPlaces(new Map(), catalogue.facts.flatMap(({ certificates }) => certificates.map(({ id }) => id)));
        const context = { catalogue, asOf: state.asOf, siteUrl: SITE_URL, statusIndex };
        vi.resetModules();
        const fresh = await makers();
        for (const [what, own] of [['kept', kept], ['fresh', fresh]] as const) {
          expect(String(own.catalogueJsonBytes(context)), `${what} after: ${name}`).toBe(JSON.stringify(fresh.catalogueJson(context)));
        }
        expect(String(kept.productsCsv(context)), name).toBe(String(fresh.productsCsv(context)));
        expect(kept.statusJson(context), name).toBe(fresh.statusJson(context));
        expect(kept.statusList(context), name).toEqual(fresh.statusList(context));
      }
    }),
    { numRuns: process.env['LONG_TESTS'] ? 60 : 5 },
  );
}, 120_000);

test('blocks of a list that changes give what the whole list gives', () => {
  const blocks = openBlocks<{ n: number }, string>();
  const records = Array.from({ length: 600 }, (_, n) => ({ n }));
  const edit = fc.record({ at: fc.nat(599), what: fc.constantFrom('replace', 'remove', 'insert'), beside: fc.nat(1) });
  let list = records.slice(0, 400);
  fc.assert(
    fc.property(edit, ({ at, what, beside }) => {
      list = [...list];
      const place = at % (list.length + 1);
      if (what === 'insert' || list.length < 2) list.splice(place, 0, records[at] as { n: number });
      else if (what === 'remove') list.splice(place, 1);
      else list[Math.min(place, list.length - 1)] = { n: at };
      const joined = blocks(list, [beside], (from, to) => list.slice(from, to).map(({ n }) => `${n}/${beside};`).join(''));
      expect(joined.join('')).toBe(list.map(({ n }) => `${n}/${beside};`).join(''));
    }),
    { numRuns: 300 },
  );
});
