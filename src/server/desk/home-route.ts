import { deskPath } from '../../paths.ts';
import { outboxState } from '../mail/outbox-state.ts';
import type { DeskParts } from './desk-parts.ts';
import { guarded } from './guard.ts';
import { exactly, type Route } from './route.ts';
import { hasUsers } from './users.ts';

/** What makes the first user, said by `/quan-ly/` as long as there is none. */
export const FIRST_USER_COMMAND = 'npm run desk-user -- add "Tên của bạn" --role approver';

/** `/quan-ly/`. */
export function homeRoutes(parts: DeskParts): Route[] {
  const home = guarded(parts, 'editor', async ({ show }) => {
    const { waiting, dead } = await outboxState(parts.db);
    return show(deskPath(), { kind: 'home', lastPublish: await parts.lastPublish(), mail: { waiting, dead } });
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
