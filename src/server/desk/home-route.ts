import { deskPath } from '../../paths.ts';
import { outboxState } from '../mail/outbox-state.ts';
import { countEmptyTexts } from '../empty-searches/empty-search-store.ts';
import { countReports } from '../reports/report-query.ts';
import { lineOf, OPEN_STATES } from './changes/change.ts';
import { listChanges } from './changes/change-store.ts';
import type { DeskParts } from './desk-parts.ts';
import { guarded } from './guard.ts';
import { shopToDo } from './orders/day-figures.ts';
import { exactly, type Route } from './route.ts';
import { hasUsers } from './users.ts';

/** What makes the first user, said by `/quan-ly/` as long as there is none. */
export const FIRST_USER_COMMAND = 'npm run desk-user -- add "Tên của bạn" --role approver';

const OPEN_SHOWN = 20;

/** `/quan-ly/`. */
export function homeRoutes(parts: DeskParts): Route[] {
  const home = guarded(parts, 'editor', async ({ show }) => {
    const { waiting, dead } = await outboxState(parts.db);
    const open = (await listChanges(parts.db, { states: OPEN_STATES, limit: OPEN_SHOWN })).map(lineOf);
    const newReports = (await countReports(parts.db)).new;
    const emptySearches = await countEmptyTexts(parts.db, parts.now());
    const shop = await shopToDo(parts.db);
    return show(deskPath(), { kind: 'home', lastPublish: await parts.lastPublish(), mail: { waiting, dead }, open, ...(newReports > 0 && { newReports }), ...(emptySearches > 0 && { emptySearches }), ...(shop.orders + shop.money > 0 && { shop }) });
  });
  return [
    {
      method: 'GET',
      pattern: exactly(deskPath()),
      handle: async (request, context) =>
        (await hasUsers(parts.db)) ? home(request, context) : parts.renderPage(deskPath(), { content: { kind: 'first-user', command: FIRST_USER_COMMAND } }),
    },
  ];
}
