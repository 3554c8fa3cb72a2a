import { describe, expect, test } from 'vitest';
import { keepHouse } from '../../../src/server/automatic/keep-house.ts';
import { countEmptyTexts, countSearch, emptySearchDays, emptySearchesOf } from '../../../src/server/empty-searches/empty-search-store.ts';
import type { Database } from '../../../src/server/db/database.ts';
import { DIALECTS, freshDatabase, MORNING } from '../db/fresh-database.ts';

const DAY_MS = 24 * 3_600_000;
const search = (db: Database, text: string, host: number, at = MORNING, foundNothing = true) => countSearch(db, { text, foundNothing, address: `203.0.113.${host}` }, at);

describe.each(DIALECTS)('on %s', (dialect) => {
  test('a text shows from the third network of a day on, folded, with all its searches', async () => {
    const db = await freshDatabase(dialect);
    await search(db, 'Bưởi Phúc Trạch', 1);
    await search(db, 'buoi phuc trach', 1);
    await search(db, 'BƯỞI phúc-trạch', 2);
    expect((await emptySearchesOf(db, MORNING)).rows).toEqual([]);
    expect(await db.selectFrom('empty_searches').select('text').execute()).toEqual([{ text: null }]);
    await search(db, 'bưởi phúc trạch ', 3);
    expect(await emptySearchesOf(db, MORNING)).toEqual({ days: 30, searches: 4, empty: 4, rows: [{ text: 'buoi phuc trach', searches: 4, days: 1, lastDay: '2026-11-24' }] });
    expect(await countEmptyTexts(db, MORNING)).toBe(1);
    expect(await emptySearchDays(db)).toEqual([{ day: '2026-11-24', text: 'buoi phuc trach', searches: 4 }]);
  });

  test('networks of several days are not added up, and digests go with their day', async () => {
    const db = await freshDatabase(dialect);
    await search(db, 'sâm', 1);
    await search(db, 'sâm', 2);
    await search(db, 'sâm', 3, MORNING + DAY_MS);
    await search(db, 'sâm', 4, MORNING + DAY_MS);
    expect(await countEmptyTexts(db, MORNING + DAY_MS)).toBe(0);
    await keepHouse(db, { keepContactDays: 90 }, MORNING + DAY_MS);
    expect(await db.selectFrom('empty_searches').select('day').execute()).toEqual([{ day: '2026-11-25' }]);
  });

  test('nothing of a visitor is kept, and what looks like a person never gets into the table', async () => {
    const db = await freshDatabase(dialect);
    for (const text of ['lan@example.vn', '0912 345 678', '0912.345.678 chị Lan']) for (const host of [1, 2, 3, 4]) await search(db, text, host);
    expect(await db.selectFrom('empty_searches').selectAll().execute()).toEqual([]);
    for (const host of [1, 2]) await search(db, 'nguyen van a', host);
    const rows = await Promise.all((['empty_searches', 'search_days', 'visit_counts', 'visit_salts'] as const).map((table) => db.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113|nguyen|0912|example/);
  });

  test('searches that found something are counted and not named; texts are deleted after half a year', async () => {
    const db = await freshDatabase(dialect);
    await search(db, 'nước mắm', 1, MORNING, false);
    for (const host of [1, 2, 3]) await search(db, 'sâm', host);
    const { searches, empty, rows } = await emptySearchesOf(db, MORNING);
    expect([searches, empty, rows.map(({ text }) => text)]).toEqual([4, 3, ['sam']]);
    await keepHouse(db, { keepContactDays: 90 }, MORNING + 180 * DAY_MS);
    expect(await emptySearchDays(db)).toHaveLength(1);
    await keepHouse(db, { keepContactDays: 90 }, MORNING + 181 * DAY_MS);
    expect([await emptySearchDays(db), await db.selectFrom('search_days').selectAll().execute()]).toEqual([[], []]);
  });
});
