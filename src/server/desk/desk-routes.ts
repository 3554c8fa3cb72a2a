import { changeRoutes } from './changes/change-routes.ts';
import { importRoutes } from './changes/import-routes.ts';
import type { DeskParts } from './desk-parts.ts';
import { photographRoutes } from './forms/photograph-form.ts';
import { producerRoutes } from './forms/producer-form.ts';
import { productRoutes } from './forms/product-form.ts';
import { recordsRoute } from './forms/records-route.ts';
import { revokeRoutes } from './forms/revoke-form.ts';
import { siteRoutes } from './forms/site-form.ts';
import { homeRoutes } from './home-route.ts';
import { loginRoutes } from './login-route.ts';
import { logoutRoute } from './logout-route.ts';
import { closed } from './private-answer.ts';
import type { Route } from './route.ts';
import { usersRoute } from './users-route.ts';

/** Every address of the desk. What they answer is never cached and never indexed, faults included. */
export function deskRoutes(parts: DeskParts): Route[] {
  const routes = [
    ...homeRoutes(parts),
    ...loginRoutes(parts),
    logoutRoute(parts),
    usersRoute(parts),
    ...importRoutes(parts),
    ...changeRoutes(parts),
    recordsRoute(parts),
    ...siteRoutes(parts),
    ...producerRoutes(parts),
    ...productRoutes(parts),
    ...photographRoutes(parts),
    ...revokeRoutes(parts),
  ];
  return routes.map((route) => closed(parts, route));
}
