import { addDays, dayInVietnam } from '../../domain/calendar-day.ts';
import type { EmptySearchesView } from '../../publish/desk-empty-searches.ts';
import { foldPhrase } from '../../search/syllables.ts';
import type { Database } from '../db/database.ts';
import { mayVisit, visitKey } from '../reports/visit-limit.ts';

/** One search that somebody meant. */
export interface Searched {
  text: string;
  foundNothing: boolean;
  /** Network address; only a digest under the salt of the day is kept, and only with the day. */
  address: string;
}

/** A text that fewer networks looked for on a day may be about one person: it stays a digest, and goes with the day. */
export const ENOUGH_NETWORKS = 3;
/** Days that the desk looks back, and after which a text is deleted. */
export const SHOWN_DAYS = 30;
const KEPT_DAYS = 180;
const LONGEST_TEXT = 80;
const MOST_TEXTS = 500;

/** Counts a search on its day; of one that found nothing also what was looked for. */
export async function countSearch(db: Database, { text, foundNothing, address }: Searched, nowMs: number): Promise<void> {
  const day = dayInVietnam(nowMs);
  const empty = foundNothing ? 1 : 0;
  await db
    .insertInto('search_days')
    .values({ day, searches: 1, empty })
    .onConflict((conflict) => conflict.column('day').doUpdateSet((row) => ({ searches: row('search_days.searches', '+', 1), empty: row('search_days.empty', '+', empty) })))
    .execute();
  const folded = foldPhrase(text).slice(0, LONGEST_TEXT);
  if (!foundNothing || folded === '' || looksPersonal(text)) return;
  const isNew = await mayVisit(db, await visitKey(db, `empty-search\0${folded}`, address, nowMs), 1, nowMs);
  const key = await visitKey(db, `empty-text\0${folded}`, '', nowMs);
  const { networks } = await db
    .insertInto('empty_searches')
    .values({ key, day, text: null, searches: 1, networks: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ searches: row('empty_searches.searches', '+', 1), networks: row('empty_searches.networks', '+', isNew ? 1 : 0) })))
    .returning('networks')
    .executeTakeFirstOrThrow();
  if (networks >= ENOUGH_NETWORKS) await db.updateTable('empty_searches').set({ text: folded }).where('key', '=', key).where('text', 'is', null).execute();
}

/** A mail address, a telephone or identity number. */
function looksPersonal(text: string): boolean {
  return text.includes('@') || /\d[\d .-]{6,}\d/.test(text);
}

/** What was looked for in vain within the last days, most first. */
export async function emptySearchesOf(db: Database, nowMs: number): Promise<EmptySearchesView> {
  const since = addDays(dayInVietnam(nowMs), 1 - SHOWN_DAYS);
  const days = await db.selectFrom('search_days').select(['searches', 'empty']).where('day', '>=', since).execute();
  const rows = await db
    .selectFrom('empty_searches')
    .select(({ fn }) => ['text', fn.sum<number | string>('searches').as('searches'), fn.countAll<number | string>().as('days'), fn.max('day').as('last_day')])
    .where('day', '>=', since)
    .where('text', 'is not', null)
    .groupBy('text')
    .orderBy('searches', 'desc')
    .orderBy('text')
    .limit(MOST_TEXTS)
    .execute();
  const sum = (of: 'searches' | 'empty'): number => days.reduce((total, day) => total + day[of], 0);
  return { days: SHOWN_DAYS, searches: sum('searches'), empty: sum('empty'), rows: rows.map((row) => ({ text: row.text ?? '', searches: Number(row.searches), days: Number(row.days), lastDay: row.last_day })) };
}

/** How many texts the desk would show. */
export async function countEmptyTexts(db: Database, nowMs: number): Promise<number> {
  const since = addDays(dayInVietnam(nowMs), 1 - SHOWN_DAYS);
  const { count } = await db.selectFrom('empty_searches').select(({ fn }) => fn.count<number | string>('text').distinct().as('count')).where('day', '>=', since).executeTakeFirstOrThrow();
  return Number(count);
}

/** Day by day, for the office's own reckoning. */
export async function emptySearchDays(db: Database): Promise<{ day: string; text: string; searches: number }[]> {
  const rows = await db.selectFrom('empty_searches').select(['day', 'text', 'searches']).where('text', 'is not', null).orderBy('day').orderBy('text').execute();
  return rows.map(({ day, text, searches }) => ({ day, text: text ?? '', searches }));
}

/** Digests go with their day, texts and counts after half a year. */
export async function forgetEmptySearches(db: Database, today: string): Promise<void> {
  await db.deleteFrom('empty_searches').where('text', 'is', null).where('day', '<', today).execute();
  const oldest = addDays(today, -KEPT_DAYS);
  await db.deleteFrom('empty_searches').where('day', '<', oldest).execute();
  await db.deleteFrom('search_days').where('day', '<', oldest).execute();
}
