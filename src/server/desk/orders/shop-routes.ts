import type { DeskParts } from '../desk-parts.ts';
import type { Route } from '../route.ts';
import { mailRoutes } from './mail-routes.ts';
import { moneyRoutes } from './money-routes.ts';
import { oneOrderRoutes } from './one-order-routes.ts';
import { orderListRoutes } from './order-routes.ts';
import { statementRoutes } from './statement-routes.ts';
import { stockRoutes } from './stock-routes.ts';
import { voucherRoutes } from './voucher-routes.ts';

/** Every address of the desk that is about the shop. */
export function shopRoutes(parts: DeskParts): Route[] {
  return [...orderListRoutes(parts), ...oneOrderRoutes(parts), ...moneyRoutes(parts), ...stockRoutes(parts), ...voucherRoutes(parts), ...statementRoutes(parts), ...mailRoutes(parts)];
}
