import { changeRoutes } from './changes/change-routes.ts';
import { importRoutes } from './changes/import-routes.ts';
import type { DeskParts } from './desk-parts.ts';
import { lotDocumentRoutes } from './forms/lot-document-form.ts';
import { lotRoutes } from './forms/lot-form.ts';
import { lotRecallRoutes } from './forms/lot-recall-form.ts';
import { photographRoutes } from './forms/photograph-form.ts';
import { producerRoutes } from './forms/producer-form.ts';
import { productRoutes } from './forms/product-form.ts';
import { recordsRoute } from './forms/records-route.ts';
import { revokeRoutes } from './forms/revoke-form.ts';
import { siteRoutes } from './forms/site-form.ts';
import { homeRoutes } from './home-route.ts';
import { labelRoutes } from './labels/labels-routes.ts';
import { loginRoutes } from './login-route.ts';
import { logoutRoute } from './logout-route.ts';
import { shopRoutes } from './orders/shop-routes.ts';
import { closed } from './private-answer.ts';
import { publishRoutes } from './publishes/publish-routes.ts';
import { emptySearchRoutes } from '../empty-searches/empty-search-routes.ts';
import { lotLinkRoutes } from '../producer-lots/lot-link-routes.ts';
import { reportRoutes } from '../reports/report-routes.ts';
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
    ...labelRoutes(parts),
    ...siteRoutes(parts),
    ...producerRoutes(parts),
    ...productRoutes(parts),
    ...photographRoutes(parts),
    ...lotRoutes(parts),
    ...lotDocumentRoutes(parts),
    ...lotRecallRoutes(parts),
    ...revokeRoutes(parts),
    ...reportRoutes(parts),
    ...lotLinkRoutes(parts),
    ...publishRoutes(parts),
    ...emptySearchRoutes(parts),
    ...shopRoutes(parts),
  ];
  return routes.map((route) => closed(parts, route));
}
