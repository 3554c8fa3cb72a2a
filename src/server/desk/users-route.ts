import { deskPath } from '../../paths.ts';
import type { DeskParts } from './desk-parts.ts';
import { guarded } from './guard.ts';
import { exactly, type Route } from './route.ts';
import { listUsers } from './users.ts';

/** `/quan-ly/nguoi-dung/`: who may come in. Users are made and removed by a command on the server. */
export function usersRoute(parts: DeskParts): Route {
  return {
    method: 'GET',
    pattern: exactly(deskPath('nguoi-dung')),
    handle: guarded(parts, 'approver', async ({ show }) =>
      show(deskPath('nguoi-dung'), { kind: 'users', users: await listUsers(parts.db), command: 'npm run desk-user -- --help' }),
    ),
  };
}
