import { deskPath } from '../../paths.ts';
import type { DeskParts } from '../desk/desk-parts.ts';
import { guarded } from '../desk/guard.ts';
import { exactly, type Route } from '../desk/route.ts';
import { emptySearchDays, emptySearchesOf } from './empty-search-store.ts';

const PATH = deskPath('tim-khong-thay');

/** `/quan-ly/tim-khong-thay/`: what people looked for and did not find, and the same as a file. */
export function emptySearchRoutes(parts: DeskParts): Route[] {
  const { db, now } = parts;
  return [
    { method: 'GET', pattern: exactly(PATH), handle: guarded(parts, 'editor', async ({ show }) => show(PATH, { kind: 'empty-searches', searches: await emptySearchesOf(db, now()) })) },
    { method: 'GET', pattern: exactly(`${PATH}tim-khong-thay.csv`), handle: guarded(parts, 'editor', async () => csvAnswer(await emptySearchDays(db))) },
  ];
}

/** With the mark by which Excel knows UTF-8. Texts are folded: letters, digits and blanks, so nothing needs quoting. */
function csvAnswer(rows: readonly { day: string; text: string; searches: number }[]): Response {
  const lines = [['Ngày', 'Cách gõ (không dấu)', 'Số lần'], ...rows.map(({ day, text, searches }) => [day, text, String(searches)])].map((row) => row.join(',')).join('\r\n');
  return new Response(`\ufeff${lines}\r\n`, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="tim-khong-thay.csv"' } });
}
