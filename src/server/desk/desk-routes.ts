import type { DeskParts } from './desk-parts.ts';
import { homeRoutes } from './home-route.ts';
import { loginRoutes } from './login-route.ts';
import { logoutRoute } from './logout-route.ts';
import { closed } from './private-answer.ts';
import type { Route } from './route.ts';
import { usersRoute } from './users-route.ts';

/** Every address of the desk. What they answer is never cached and never indexed, faults included. */
export function deskRoutes(parts: DeskParts): Route[] {
  return [...homeRoutes(parts), ...loginRoutes(parts), logoutRoute(parts), usersRoute(parts)].map((route) => closed(parts, route));
}
